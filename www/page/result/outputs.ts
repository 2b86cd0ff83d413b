import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ModelInfo, ModelResult, Report, TaskResult } from "../../generated/types";
import { titleOf } from "../charts/chart";
import { count, list, workersName } from "../format";

/** What the tasks printed, by worker. Models whose workers printed the same share a place. */
export function outputs(
  report: Report,
  models: readonly ModelInfo[],
): TemplateResult | typeof nothing {
  const printed = report.results.filter(({ tasks }) => tasks.some(hasOutput));
  if (printed.length === 0) return nothing;
  return html`<details class="outputs" open>
    <summary>What the workers printed</summary>
    ${report.plan.workers.map((workers) => {
      const results = printed.filter((result) => result.workers === workers);
      return [...grouped(results)].map(
        ([, alike]) => html`<h3>${list(alike.map(({ model }) => titleOf(model, models)))}, ${workersName(workers)}</h3>
          ${alike[0]?.tasks.filter(hasOutput).map(output)}`,
      );
    })}
  </details>`;
}

function hasOutput({ output: text, outputCut }: TaskResult): boolean {
  return text !== "" || outputCut > 0;
}

function grouped(results: readonly ModelResult[]): Map<string, ModelResult[]> {
  const groups = new Map<string, ModelResult[]>();
  for (const result of results) {
    const key = JSON.stringify(result.tasks.map(({ output: text }) => text));
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return groups;
}

function output({ worker, output: text, outputCut }: TaskResult): TemplateResult {
  return html`<figure class="output">
    <figcaption>Worker ${worker}</figcaption>
    <pre tabindex="0" aria-label=${`Printed by worker ${worker}`}>${text}</pre>
    ${outputCut === 0 ? nothing : html`<p class="note">${count(outputCut)} more bytes were printed and are not kept.</p>`}
  </figure>`;
}
