/** What a writer pastes to embed an experiment. */
import { fileNameOf } from "../about";
import type { Choices } from "../choices";
import { duration, escaped } from "../format";
import type { Variant } from "../../embed/options";
import type { ScriptReport } from "../../generated/types";
import { RUNTIMES } from "../script/runtimes";

export interface Embedding {
  /** The folder of this deployment, with a slash at its end. */
  site: string;
  choices: Choices;
  /** The link to the choices: what stands behind the address of a page. */
  hash: string;
  /** Title of the program. */
  title: string;
  scheme: "auto" | "light" | "dark";
  hidden: readonly string[];
  /** Pixels. */
  height: number;
  /** Of a script. */
  variant: Variant;
  /** In the place of the program's title, if it is not empty. */
  heading: string;
  /** The results that are shown at once, packed as in a link, and as a table for where no script runs. */
  frozen: { packed: string; table: string } | null;
}

export function elementSnippet(embedding: Embedding): string {
  const { site, choices, scheme, hidden, height, variant, heading, frozen, hash } = embedding;
  const attributes = [
    ...attributesOf(choices),
    ...(variant === "full" ? [] : [["variant", variant]]),
    ...(heading === "" ? [] : [["heading", heading]]),
    ...(frozen === null ? [] : [["frozen", frozen.packed]]),
    ...(scheme === "auto" ? [] : [["scheme", scheme]]),
    ...(hidden.length === 0 ? [] : [["hide", hidden.join(" ")]]),
    ["style", `display: block; min-height: ${height}px`],
  ];
  const written = attributes.map(([name = "", value = ""]) => `  ${name}="${escaped(value)}"`);
  const code =
    choices.source === undefined ? "" : `<pre><code>${escaped(choices.source)}</code></pre>\n`;
  // What stands there without scripts, and until the frame is there.
  const content = `\n${code}${frozen?.table ?? ""}<p><a href="${escaped(site + hash)}">Run it</a></p>\n`;
  return `<script type="module" src="${site}gil-playground.js"></script>
<gil-playground
${written.join("\n")}>${content}</gil-playground>
`;
}

export function frameSnippet(embedding: Embedding): string {
  const { title, scheme, height } = embedding;
  const style = scheme === "auto" ? "border: 0" : `border: 0; color-scheme: ${scheme}`;
  return `<iframe src="${escaped(frameAddress(embedding))}"
  title="${escaped(`GIL playground: ${title}`)}" width="100%" height="${height}"
  style="${style}" allow="cross-origin-isolated" loading="lazy"></iframe>
`;
}

/** For hosts that allow neither: the picture is the chart, saved as PNG. */
export function markdownSnippet({ site, hash, title, choices }: Embedding): string {
  const picture = `${fileNameOf(choices.program ?? null)}-speedup.png`;
  const text = title.replaceAll(/[[\]\\]/g, String.raw`\$&`);
  return `[![Speedups of ${text} under several concurrency models](${picture})](${site}${hash})
`;
}

/** What one sees of the results where no script runs. */
export function tableOf({ results }: ScriptReport): string {
  const rows = results.map(({ runtime, medianMs, execution }) => {
    const title = RUNTIMES.find(({ name }) => name === runtime)?.title ?? runtime;
    const time = execution === null ? "cannot run there" : duration(medianMs);
    return `<tr><th>${escaped(title)}</th><td>${escaped(time)}</td></tr>`;
  });
  return `<table>${rows.join("")}</table>\n`;
}

export function frameAddress({ site, hash, hidden, variant, heading, frozen }: Embedding): string {
  const fields = [
    ...(hidden.length === 0 ? [] : [`hide=${hidden.join(",")}`]),
    ...(variant === "full" ? [] : [`variant=${variant}`]),
    ...(heading === "" ? [] : [`heading=${encodeURIComponent(heading)}`]),
  ];
  const query = fields.length === 0 ? "" : `?${fields.join("&")}`;
  if (frozen !== null) return `${site}embed.html${query}#v=1&report=${frozen.packed}`;
  return `${site}embed.html${query}${hash}`;
}

function attributesOf(choices: Choices): string[][] {
  const { args = {}, source: _, basedOn, models, workers, runtimes, switchIntervalMs, virtualThreads, ...others } = choices;
  const plain = Object.entries(others).map(([name, value]) => [name, String(value)]);
  return [
    ...plain,
    ...(basedOn === undefined ? [] : [["based-on", basedOn]]),
    ...(models === undefined ? [] : [["models", models.join(" ")]]),
    ...(workers === undefined ? [] : [["workers", workers.join(" ")]]),
    ...(runtimes === undefined ? [] : [["runtimes", runtimes.join(" ")]]),
    ...(switchIntervalMs === undefined ? [] : [["switch-interval", String(switchIntervalMs)]]),
    ...(virtualThreads === true ? [["virtual-threads", "true"]] : []),
    ...(Object.keys(args).length === 0 ? [] : [["args", JSON.stringify(args)]]),
  ];
}
