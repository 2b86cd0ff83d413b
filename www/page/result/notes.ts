import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ModelInfo, Report } from "../../generated/types";
import { clipped, milliseconds, percent, workersName } from "../format";
import { titleOf } from "./sentence";

/** A baseline that changes by more than this puts the other numbers in doubt. */
const DRIFT = 0.1;

/** Models that computed something else: their speedups mean nothing. */
export function mismatchAlert(
  { mismatches }: Report,
  models: readonly ModelInfo[],
): TemplateResult | typeof nothing {
  if (mismatches.length === 0) return nothing;
  return html`<div class="alert" role="alert">
    <p><strong>Not all results are those of the sequential run, so these speedups compare different work.</strong></p>
    <ul>
      ${mismatches.map(
        ({ model, workers, worker, expected, found }) => html`<li>
          ${titleOf(model, models)}, ${workersName(workers)}, task ${worker}:
          <code>${clipped(found, 120)}</code> instead of <code>${clipped(expected, 120)}</code>
        </li>`,
      )}
    </ul>
  </div>`;
}

export function driftNote({ drift }: Report): TemplateResult | typeof nothing {
  const { ratio, duringMs, endMs } = drift;
  if (Math.abs(ratio - 1) <= DRIFT) return nothing;
  return html`<p class="notice">
    The device became ${percent(Math.abs(ratio - 1))} ${ratio > 1 ? "slower" : "faster"} meanwhile:
    the baseline took ${milliseconds(duringMs)} ms during the run and ${milliseconds(endMs)} ms at
    its end. Run again to be sure.
  </p>`;
}
