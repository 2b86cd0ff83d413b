import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Report } from "../../generated/types";
import { planLine } from "../experiment";
import type { Page } from "../page";
import { dateLine, originOf, placeOf } from "./origin";

/** Whose results these are, and what can be done with them. */
export function banner(page: Page): TemplateResult | typeof nothing {
  const { opened, here, shows, busy } = page;
  if (opened === null) return nothing;
  if (page.recorded.state === "shown") return recordingBanner(opened.report);
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
        <button type="button" ?disabled=${busy} @click=${page.reports.run}>Run it here</button>
        ${
          here === null
            ? nothing
            : html`<button type="button" @click=${page.reports.swap}>
                ${isShown ? "Show the run here" : "Show those results"}
              </button>`
        }
        <button type="button" ?disabled=${busy} @click=${page.reports.close}>Close</button>
      </div>
    </section>
  `;
}

/** Nobody may take it for a run of their own. */
function recordingBanner(report: Report): TemplateResult {
  const { environment, plan } = report;
  return html`
    <section class="banner" aria-label="Recording">
      <p>
        <strong>This is a recording, not a run on your device.</strong> It was measured in
        ${originOf(environment)}${placeOf(environment)}, ${dateLine(report)}, with the usual settings.
        <small>${planLine(plan)}</small>
      </p>
    </section>
  `;
}
