/** From the element's attributes to the address of its frame. */
import { pack } from "../page/link/pack";

/** Attributes that stand in the link under a name of their own, as they are. */
const TEXTS = {
  program: "program",
  "based-on": "basedOn",
  size: "size",
  work: "work",
  samples: "samples",
  warmups: "warmups",
  "switch-interval": "switchIntervalMs",
} as const;

/** Attributes that are lists, divided by spaces or commas. */
const LISTS = ["models", "workers"] as const;

/** Attributes that a property of the element reflects, by its name. */
export const REFLECTED = {
  program: "program",
  basedOn: "based-on",
  args: "args",
  size: "size",
  models: "models",
  workers: "workers",
  work: "work",
  samples: "samples",
  warmups: "warmups",
  switchInterval: "switch-interval",
  hide: "hide",
  scheme: "scheme",
  src: "src",
} as const;

/**
 * What cannot be understood stands in the link as it is: the frame tells of it.
 * @throws PackError if the program in the element is too long for a link
 */
export async function hashOf(element: Element): Promise<string> {
  const entries: [string, string][] = [];
  for (const [attribute, name] of Object.entries(TEXTS)) {
    const text = element.getAttribute(attribute);
    if (text !== null) entries.push([name, text.trim()]);
  }
  for (const name of LISTS) {
    const text = element.getAttribute(name);
    if (text !== null) entries.push([name, itemsOf(text).join(",")]);
  }
  entries.push(...argumentsOf(element));
  const source = element.hasAttribute("program") ? "" : sourceIn(element);
  if (source !== "") entries.push(["source", await pack(source)]);
  return entries.length === 0 ? "" : `#${String(new URLSearchParams([["v", "1"], ...entries]))}`;
}

/** Of the frame itself. */
export function queryOf(element: Element, accent: string): string {
  const query = new URLSearchParams();
  const hide = itemsOf(element.getAttribute("hide") ?? "").join(",");
  if (hide !== "") query.set("hide", hide);
  if (element.hasAttribute("autorun")) query.set("autorun", "");
  if (accent !== "") query.set("accent", accent);
  const text = String(query);
  return text === "" ? "" : `?${text}`;
}

/** `embed.html` of the deployment that is named, or of the one that the script belongs to. */
export function deploymentOf(element: Element, script: string): URL {
  const src = element.getAttribute("src");
  const base = src === null ? script : new URL(src, element.baseURI).href;
  return base.endsWith(".html") ? new URL(base) : new URL("embed.html", base);
}

function itemsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((item) => item !== "");
}

/** `args='{"n": 5}'` and `args-n="5"`. */
function argumentsOf(element: Element): [string, string][] {
  const all = element.getAttribute("args");
  const single = Array.from(element.attributes).flatMap(({ name, value }): [string, string][] =>
    name.startsWith("args-") ? [[`args.${name.slice(5)}`, literal(value)]] : [],
  );
  if (all === null) return single;
  try {
    const values = Object.entries(JSON.parse(all) as object);
    return [
      ...values.map(([name, value]): [string, string] => [`args.${name}`, JSON.stringify(value)]),
      ...single,
    ];
  } catch {
    return [["args", all], ...single];
  }
}

/** Digits may be grouped as in Python; a text needs no quotes. */
function literal(text: string): string {
  const trimmed = text.trim();
  if (/^-?\d[\d_]*$/.test(trimmed)) return trimmed.replaceAll("_", "");
  try {
    JSON.parse(trimmed);
    return trimmed;
  } catch {
    return JSON.stringify(text);
  }
}

/** The program that stands in the element, without the indentation that its HTML may have. */
function sourceIn(element: Element): string {
  const text = element.querySelector("pre, code")?.textContent ?? "";
  const lines = text.replace(/^\s*\n/, "").trimEnd().split("\n");
  const indents = lines.flatMap((line) => (line.trim() === "" ? [] : [/^[ \t]*/.exec(line)?.[0] ?? ""]));
  const [first = ""] = indents;
  const shared = indents.every((indent) => indent.startsWith(first)) ? first.length : 0;
  const source = lines.map((line) => line.slice(shared)).join("\n");
  return source === "" ? "" : `${source}\n`;
}
