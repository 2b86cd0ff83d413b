import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Report } from "../../generated/types";

/** The first sentence of a narrative tells what was found; the page shows it above the bars. */
export function finding({ narrative }: Report): string {
  return narrative.slice(0, endOfFinding(narrative));
}

/** The others tell why, which is read after the bars; with what makes the device doubtful. */
export function why({ narrative, signs }: Report): TemplateResult {
  const rest = unbroken(narrative.slice(endOfFinding(narrative)).trim());
  return html`
    ${rest === "" ? nothing : html`<p class="why">${rest}</p>`}
    ${
      signs.length === 0
        ? nothing
        : html`<div class="notice">${signs.map(({ message }) => html`<p>${unbroken(message)}</p>`)}</div>`
    }
  `;
}

/** Behind the first full stop that ends a sentence, not one within a number. */
function endOfFinding(narrative: string): number {
  const stop = narrative.indexOf(". ");
  return stop < 0 ? narrative.length : stop + 1;
}

/** A number and its unit stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(/(?<=\d) (?=%|ms\b)/g, "\u00a0");
}
