import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Drift, Mismatch, ModelInfo, Report } from "../../generated/types";
import { clipped, milliseconds, percent, workersName } from "../format";
import { titleOf } from "./sentence";

/** A baseline that changes by more than this puts the other numbers in doubt. */
const DRIFT = 0.1;

/** What a reader has to know before trusting the numbers. */
export function notes(report: Report, models: readonly ModelInfo[]): TemplateResult {
  return html`${mismatches(report.mismatches, models)} ${drift(report.drift)}`;
}

function mismatches(
  found: readonly Mismatch[],
  models: readonly ModelInfo[],
): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`<div class="alert" role="alert">
    <p><strong>Not all results are those of the sequential run, so these speedups compare different work.</strong></p>
    <ul>
      ${found.map(
        ({ model, workers, worker, expected, found: result }) => html`<li>
          ${titleOf(model, models)}, ${workersName(workers)}, task ${worker}:
          <code>${clipped(result, 120)}</code> instead of <code>${clipped(expected, 120)}</code>
        </li>`,
      )}
    </ul>
  </div>`;
}

function drift({ ratio, duringMs, endMs }: Drift): TemplateResult | typeof nothing {
  if (Math.abs(ratio - 1) <= DRIFT) return nothing;
  return html`<p class="notice">
    The device became ${percent(Math.abs(ratio - 1))} ${ratio > 1 ? "slower" : "faster"} meanwhile:
    the baseline took ${milliseconds(duringMs)} ms during the run and ${milliseconds(endMs)} ms at
    its end. Run again to be sure.
  </p>`;
}
