/** From the element's attributes, which it sends as they are, to a link. */
import { deflated } from "../page/link/pack";

/** Attributes that stand in the link under a name of their own, as they are. */
const TEXTS = {
  program: "program",
  "based-on": "basedOn",
  size: "size",
  work: "work",
  samples: "samples",
  warmups: "warmups",
  "switch-interval": "switchIntervalMs",
  argv: "argv",
  "virtual-threads": "virtualThreads",
  lesson: "lesson",
  step: "step",
  // They are packed as in a link with results.
  frozen: "report",
} as const;

/** Attributes that are lists, divided by spaces or commas. */
const LISTS = ["models", "workers", "runtimes"] as const;

/** What the element's hash begins with. */
const FROM_ELEMENT = "#element=1&";

/**
 * The link that a hash stands for: a link itself, or the element's attributes with the text in it
 * as `source`. What cannot be understood stands in the link as it is: who follows it tells of it.
 */
export async function linkOf(hash: string): Promise<string> {
  if (!`${hash}&`.startsWith(FROM_ELEMENT)) return hash;
  const attributes = new URLSearchParams(hash.slice(FROM_ELEMENT.length));
  const entries: [string, string][] = [];
  for (const [attribute, name] of Object.entries(TEXTS)) {
    const text = attributes.get(attribute);
    if (text !== null) entries.push([name, text.trim()]);
  }
  for (const name of LISTS) {
    const text = attributes.get(name);
    if (text !== null) entries.push([name, itemsOf(text).join(",")]);
  }
  entries.push(...argumentsOf(attributes));
  const source = plain(attributes.get("source") ?? "");
  const stdin = attributes.get("stdin");
  if (stdin !== null) entries.push(["stdin", await deflated(stdin)]);
  if (source !== "") entries.push(["source", await deflated(source)]);
  return entries.length === 0 ? "" : `#${String(new URLSearchParams([["v", "1"], ...entries]))}`;
}

function itemsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((item) => item !== "");
}

/** `args='{"n": 5}'` and `args-n="5"`. */
function argumentsOf(attributes: URLSearchParams): [string, string][] {
  const all = attributes.get("args");
  const single = [...attributes].flatMap(([name, value]): [string, string][] =>
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

/** A program without the indentation that the HTML around it may have. */
function plain(text: string): string {
  const lines = text.replace(/^\s*\n/, "").trimEnd().split("\n");
  const indents = lines.flatMap((line) => (line.trim() === "" ? [] : [/^[ \t]*/.exec(line)?.[0] ?? ""]));
  const [first = ""] = indents;
  const shared = indents.every((indent) => indent.startsWith(first)) ? first.length : 0;
  const source = lines.map((line) => line.slice(shared)).join("\n");
  return source === "" ? "" : `${source}\n`;
}
