/** What a writer pastes to embed an experiment. */
import { fileNameOf } from "../about";
import type { Choices } from "../choices";
import { escaped } from "../format";

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
}

export function elementSnippet(embedding: Embedding): string {
  const { site, choices, scheme, hidden, height } = embedding;
  const attributes = [
    ...attributesOf(choices),
    ...(scheme === "auto" ? [] : [["scheme", scheme]]),
    ...(hidden.length === 0 ? [] : [["hide", hidden.join(" ")]]),
    ["style", `display: block; min-height: ${height}px`],
  ];
  const written = attributes.map(([name = "", value = ""]) => `  ${name}="${escaped(value)}"`);
  const content =
    choices.source === undefined ? "" : `<pre><code>${escaped(choices.source)}</code></pre>`;
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

export function frameAddress({ site, hash, hidden }: Embedding): string {
  const query = hidden.length === 0 ? "" : `?hide=${hidden.join(",")}`;
  return `${site}embed.html${query}${hash}`;
}

function attributesOf(choices: Choices): string[][] {
  const { args = {}, source: _, basedOn, models, workers, switchIntervalMs, ...others } = choices;
  const plain = Object.entries(others).map(([name, value]) => [name, String(value)]);
  return [
    ...plain,
    ...(basedOn === undefined ? [] : [["based-on", basedOn]]),
    ...(models === undefined ? [] : [["models", models.join(" ")]]),
    ...(workers === undefined ? [] : [["workers", workers.join(" ")]]),
    ...(switchIntervalMs === undefined ? [] : [["switch-interval", String(switchIntervalMs)]]),
    ...(Object.keys(args).length === 0 ? [] : [["args", JSON.stringify(args)]]),
  ];
}
