/** What a terminal makes of control characters: colours, lines that are written over, and nothing of the rest. */
import type { Part } from "./lines";

/** A part of a line that looks one way. */
export interface Styled extends Part {
  /** Names of classes: `bold`, `dim`, `red`, … */
  readonly look: readonly string[];
}

const COLOURS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
/** A control sequence, of which only those that end in `m` say how text looks; or a single control character. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /\u001B\[([\d;]*)([ -/]*[@-~])|\u001B[^[]?|[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F]/g;

/** A look lasts over the ends of lines: each line gets the one that the line before left. */
export function styledLines(lines: readonly (readonly Part[])[]): Styled[][] {
  const looks: Record<Part["stream"], string[]> = { stdout: [], stderr: [] };
  return lines.map((line) => overwritten(line).flatMap(({ stream, text }) => styled(stream, text, looks)));
}

/** Who goes back to the beginning of a line writes over it. */
function overwritten(line: readonly Part[]): Part[] {
  const parts: Part[] = [];
  for (const { stream, text } of line) {
    const [, last] = /\r([^\r]+)\r*$/.exec(text) ?? [];
    if (last !== undefined) parts.length = 0;
    parts.push({ stream, text: last ?? text });
  }
  return parts;
}

function styled(stream: Part["stream"], text: string, looks: Record<Part["stream"], string[]>): Styled[] {
  const found: Styled[] = [];
  let from = 0;
  const add = (to: number): void => {
    if (to > from) found.push({ stream, text: text.slice(from, to), look: looks[stream] });
  };
  for (const match of text.matchAll(CONTROL)) {
    add(match.index);
    from = match.index + match[0].length;
    if (match[2] === "m") looks[stream] = afterCodes(looks[stream], (match[1] ?? "").split(";").map(Number));
  }
  add(text.length);
  return found;
}

/** Colours of the background, and those beyond the sixteen, are left out. */
function afterCodes(look: readonly string[], codes: readonly number[]): string[] {
  let after = [...look];
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) at += codes[at + 1] === 5 ? 2 : 4;
    else if (code === 0) after = [];
    else if (code === 1) after = [...after, "bold"];
    else if (code === 2) after = [...after, "dim"];
    else if (code === 22) after = after.filter((name) => name !== "bold" && name !== "dim");
    else if (code === 39 || (code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
      after = after.filter((name) => !COLOURS.includes(name));
      const colour = COLOURS[code % 10];
      if (code !== 39 && colour !== undefined) after.push(colour);
    }
  }
  return after;
}
