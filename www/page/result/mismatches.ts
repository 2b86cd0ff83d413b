import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ModelInfo, Report } from "../../generated/types";
import { titleOf } from "../charts/chart";
import { clipped, workersName } from "../format";

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
