import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Estimate, Model, ModelInfo, ModelResult, Report } from "../../generated/types";
import { mostFirst, titleOf } from "../charts/chart";
import { clipped, count, interval, milliseconds, times, unmeasured, workersName } from "../format";

/** Every number of a report that is not a single sample. */
export function numbers(report: Report, models: readonly ModelInfo[]): TemplateResult {
  const hasSummary = report.results.some(({ summary }) => summary !== null);
  const columns = hasSummary ? 13 : 12;
  return html`
    <div class="table" role="region" aria-labelledby="numbers" tabindex="0">
      <table>
        <caption id="numbers">
          <h2>The numbers</h2> <small>Medians of all runs, in milliseconds. Speedups with their 95 % interval.</small>
        </caption>
        <thead>
          <tr>
            <th scope="col" rowspan="2">Model</th>
            <th scope="colgroup" colspan="2">Speedup</th>
            <th scope="colgroup" colspan="6">Milliseconds</th>
            <th scope="col" rowspan="2">Hand-offs</th>
            <th scope="col" rowspan="2">Objects, MB</th>
            <th scope="col" rowspan="2">Results</th>
            ${hasSummary ? html`<th class="summary" scope="col" rowspan="2">Summary</th>` : nothing}
          </tr>
          <tr>
            <th scope="col">of the work alone</th>
            <th scope="col">with start-up</th>
            <th scope="col">start-up</th>
            <th scope="col">copy in</th>
            <th scope="col">compute</th>
            <th scope="col">copy out</th>
            <th scope="col">join</th>
            <th scope="col">total</th>
          </tr>
        </thead>
        ${mostFirst(report.plan.workers).map(
          (workers) => html`<tbody>
            <tr>
              <th scope="rowgroup" colspan=${columns}>${workersName(workers)}</th>
            </tr>
            ${report.results
              .filter((result) => result.workers === workers)
              .map((result) => row(result, report, models, hasSummary))}
          </tbody>`,
        )}
      </table>
    </div>
  `;
}

function row(
  { model, workers, median, handOffs, heapBytes, speedup, speedupWithStartUp, summary }: ModelResult,
  report: Report,
  models: readonly ModelInfo[],
  hasSummary: boolean,
): TemplateResult {
  const parts = ["startUpMs", "copyInMs", "computeMs", "copyOutMs", "joinMs", "totalMs"] as const;
  const differs = report.mismatches.some(
    (mismatch) => mismatch.model === model && mismatch.workers === workers,
  );
  return html`<tr data-model=${model}>
    <th scope="row"><span class="swatch"></span>${titleOf(model, models)}</th>
    <td>${ratio(model, speedup)}</td>
    <td>${ratio(model, speedupWithStartUp)}</td>
    ${parts.map((part) => html`<td>${milliseconds(median[part])}</td>`)}
    <td>${handOffs === null ? "–" : count(handOffs)}</td>
    <td>${heapBytes === null ? "–" : megabytes(heapBytes)}</td>
    <td>${differs ? html`<strong>differ</strong>` : "agree"}</td>
    ${hasSummary ? html`<td class="summary">${summary === null ? "–" : clipped(summary, 120)}</td>` : nothing}
  </tr>`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

function ratio(model: Model, speedup: Estimate | null): TemplateResult | string {
  if (speedup === null) return unmeasured(model);
  return html`<b>${times(speedup.value)}</b> <small>${interval(speedup.low, speedup.high)}</small>`;
}
