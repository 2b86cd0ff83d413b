import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Model, ModelInfo, ModelResult, Report } from "../../generated/types";
import { titleOf } from "../charts/chart";
import { planLine } from "../experiment";
import { interval, milliseconds, times, unmeasured, workersName } from "../format";
import { originOf } from "./origin";

/** An opened report and a run here, side by side. */
export function comparison(
  theirs: Report,
  here: Report,
  models: readonly ModelInfo[],
): TemplateResult {
  const there = originOf(theirs.environment);
  return html`
    <div class="table" role="region" aria-labelledby="comparison" tabindex="0">
      <table>
        <caption id="comparison">
          <h2>${there} and here</h2>
          <small>Median milliseconds, without what starting the workers takes. Speedups with their 95 % interval.
            ${difference(theirs, here)}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col" rowspan="2">Model</th>
            <th scope="colgroup" colspan="2">Speedup</th>
            <th scope="colgroup" colspan="2">Milliseconds</th>
          </tr>
          <tr>
            <th scope="col">${there}</th>
            <th scope="col">here</th>
            <th scope="col">${there}</th>
            <th scope="col">here</th>
          </tr>
        </thead>
        ${workersOf(theirs, here).map(
          (workers) => html`<tbody>
            <tr>
              <th scope="rowgroup" colspan="5">${workersName(workers)}</th>
            </tr>
            ${modelsOf(theirs, here).map((model) =>
              row(
                titleOf(model, models),
                model,
                find(theirs, model, workers),
                find(here, model, workers),
              ),
            )}
          </tbody>`,
        )}
      </table>
    </div>
  `;
}

/** Numbers of different work do not compare: that is said, and they are shown. */
function difference(theirs: Report, here: Report): string {
  const [one, other] = [planLine(theirs.plan), planLine(here.plan)];
  const isSame = one === other && theirs.plan.source === here.plan.source;
  return isSame ? "" : `These are two experiments: there ${one}; here ${other}.`;
}

function workersOf(...reports: readonly Report[]): number[] {
  const counts = new Set(reports.flatMap(({ plan }) => plan.workers));
  return [...counts].toSorted((one, other) => one - other);
}

function modelsOf(...reports: readonly Report[]): Model[] {
  return [...new Set(reports.flatMap(({ plan }) => plan.models))];
}

function find(report: Report, model: Model, workers: number): ModelResult | undefined {
  return report.results.find((result) => result.model === model && result.workers === workers);
}

function row(
  title: string,
  model: Model,
  theirs: ModelResult | undefined,
  here: ModelResult | undefined,
): TemplateResult | typeof nothing {
  if (theirs === undefined && here === undefined) return nothing;
  return html`<tr data-model=${model}>
    <th scope="row"><span class="swatch"></span>${title}</th>
    <td>${ratio(theirs)}</td>
    <td>${ratio(here)}</td>
    <td>${median(theirs)}</td>
    <td>${median(here)}</td>
  </tr>`;
}

function ratio(result: ModelResult | undefined): TemplateResult | string {
  if (result === undefined) return "not run";
  if (result.speedup === null) return unmeasured(result.model);
  const { value, low, high } = result.speedup;
  return html`<b>${times(value)}</b> <small>${interval(low, high)}</small>`;
}

function median(result: ModelResult | undefined): string {
  return result === undefined ? "–" : milliseconds(result.median.totalMs - result.median.startUpMs);
}
