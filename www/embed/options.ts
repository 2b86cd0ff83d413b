/** What the query of embed.html says of the frame itself; the hash says what is run in it. */

/** Parts that can be left out: `?hide=source,settings`. */
export const PARTS = ["source", "settings", "why"] as const;
export type Part = (typeof PARTS)[number];

/** The code, its output and its times; the picture first of all; or everything. */
export const VARIANTS = ["full", "compact", "timeline"] as const;
export type Variant = (typeof VARIANTS)[number];

export interface Options {
  hidden: ReadonlySet<string>;
  /** Run as soon as the frame is seen: `?autorun`. */
  autorun: boolean;
  /** Colour of the Run button: `?accent=teal`. */
  accent: string | null;
  /** In the place of the program's title; empty: none. */
  heading: string | null;
  /** How a script is shown. */
  variant: Variant;
}

export function optionsOf(search: string): Options {
  const query = new URLSearchParams(search);
  return {
    hidden: new Set(query.get("hide")?.split(/[\s,]+/)),
    autorun: query.has("autorun"),
    accent: query.get("accent"),
    heading: query.get("heading"),
    variant: VARIANTS.find((known) => known === query.get("variant")) ?? "full",
  };
}
