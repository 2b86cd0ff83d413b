import { html, nothing, type TemplateResult } from "lit/html.js";
import { planLine } from "../experiment";
import type { Page } from "../page";
import { dateLine, originOf, placeOf } from "./origin";

/** Whose results these are, and what can be done with them. */
export function banner(page: Page): TemplateResult | typeof nothing {
  const { opened, here, shows, busy } = page;
  if (opened === null) return nothing;
  const { report } = opened;
  const isShown = shows === "opened";
  return html`
    <section class="banner" aria-label="Opened report">
      <p>
        ${isShown ? "These results come from" : "Beside the results from here:"}
        <strong>${originOf(report.environment)}</strong>${placeOf(report.environment)},
        ${dateLine(report)}.
        <small>${planLine(report.plan)}</small>
      </p>
      <div class="actions">
        <button type="button" ?disabled=${busy} @click=${page.runOpened}>Run it here</button>
        ${
          here === null
            ? nothing
            : html`<button type="button" @click=${() => page.show(isShown ? "here" : "opened")}>
                ${isShown ? "Show the run here" : "Show those results"}
              </button>`
        }
        <button type="button" ?disabled=${busy} @click=${page.closeReport}>Close</button>
      </div>
    </section>
  `;
}
