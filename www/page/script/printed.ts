import { html, nothing, type TemplateResult } from "lit/html.js";
import type { OutputGap, OutputPiece } from "../../generated/types";
import { clipped, count } from "../format";
import { ends, linesOf } from "./lines";
import { styledLines, type Styled } from "./terminal";

/** More lines than that nobody reads, and browsers take long to show. */
const MOST_LINES = 1000;
const LONGEST_LINE = 2000;

interface Printed {
  /** What printed it, for those who do not see where it stands. */
  title: string;
  output: readonly OutputPiece[];
  /** Numbers of the lines, from 0, that another run has not printed. */
  differing?: readonly number[] | undefined;
  gap?: OutputGap | null;
  /** Is there more to come? Then its end is in sight. */
  isLive?: boolean;
}

/** What a script printed, line by line. Those that another run has not printed are marked. */
export function printed({ title, output, differing = [], gap = null, isLive = false }: Printed): TemplateResult {
  const marked = new Set(differing);
  const lines = styledLines(linesOf(output)).map((parts, number) => line(parts, marked.has(number)));
  if (lines.length === 0) return html`<p class="note">It printed nothing.</p>`;
  const { head, left, tail } = ends(lines, MOST_LINES);
  return html`
    <pre class=${isLive ? "printed live" : "printed"} tabindex="0" aria-label=${title}><code>${head}${skipped(left)}${tail}</code></pre>
    ${gap === null ? nothing : html`<p class="note">${count(gap.bytes)} bytes from the midst of it are not kept.</p>`}
  `;
}

function line(parts: readonly Styled[], isMarked: boolean): TemplateResult {
  const texts = parts.map(({ stream, text, look }) => {
    const shown = clipped(text, LONGEST_LINE);
    const names = [...(stream === "stderr" ? ["stderr"] : []), ...look.map((name) => `ansi-${name}`)];
    return names.length === 0 ? shown : html`<span class=${names.join(" ")}>${shown}</span>`;
  });
  return isMarked
    ? html`<mark class="line">${texts}${"\n"}</mark>`
    : html`<span class="line">${texts}${"\n"}</span>`;
}

function skipped(left: number): TemplateResult | typeof nothing {
  return left === 0 ? nothing : html`<span class="line skipped">… ${count(left)} more lines …${"\n"}</span>`;
}
