/** What comes along when a program is copied from a page: prompts, numbers of lines, typographer's signs. */

export interface Copied {
  /** What there is, in a sentence. */
  readonly what: string;
  /** What a button does about it. */
  readonly remedy: string;
  /** The program without it. */
  readonly text: string;
}

/** Null if there is nothing of the kind. */
export function copied(text: string): Copied | null {
  return withoutPrompts(text) ?? withoutNumbers(text) ?? withoutSigns(text);
}

/** As an interactive session shows them: what it printed is no part of the program. */
function withoutPrompts(text: string): Copied | null {
  const lines = text.split("\n");
  if (!/^\s*>>>( |$)/.test(lines.find((line) => line.trim() !== "") ?? "")) return null;
  const kept = lines.flatMap((line) => {
    const [, code] = /^\s*(?:>>>|\.\.\.)(?: (.*)|)$/.exec(line) ?? [];
    return /^\s*(>>>|\.\.\.)( |$)/.test(line) ? [code ?? ""] : [];
  });
  return {
    what: "The text has the prompts of an interactive session (>>>).",
    remedy: "Keep what was typed",
    text: `${kept.join("\n").trimEnd()}\n`,
  };
}

/** Fewer lines may begin with numbers that count up by chance. */
const FEWEST = 3;

function withoutNumbers(text: string): Copied | null {
  const lines = text.trimEnd().split("\n");
  const found = lines.map((line) => /^\s*(\d+)[.:|]?(?=\s|$)/.exec(line));
  const first = Number(found[0]?.[1]);
  if (lines.length < FEWEST || !found.every((match, index) => Number(match?.[1]) === first + index)) return null;
  const rests = lines.map((line, index) => line.slice(found[index]?.[0].length ?? 0));
  const margin = Math.min(...rests.filter((rest) => rest.trim() !== "").map((rest) => rest.length - rest.trimStart().length));
  return {
    what: "Each line begins with its number.",
    remedy: "Remove the numbers",
    text: `${rests.map((rest) => rest.slice(margin)).join("\n")}\n`,
  };
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^\uFEFF/, ""],
  [/[\u00A0\u2007\u202F]/g, " "],
  [/[\u200B\u2060]/g, ""],
];
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[“”„]/g, '"'],
  [/[‘’‚]/g, "'"],
];

/** Spaces that are none to Python; and quotes, where there are no others that could be meant. */
function withoutSigns(text: string): Copied | null {
  const signs = /["']/.test(text) ? SIGNS : [...SIGNS, ...QUOTES];
  const plain = signs.reduce((changed, [sign, instead]) => changed.replace(sign, instead), text);
  if (plain === text) return null;
  return { what: "The text has spaces or quotes that Python does not know.", remedy: "Replace them", text: plain };
}
