import { html, type TemplateResult } from "lit/html.js";
import type { Model, ModelInfo } from "../../generated/types";

/** A chart as a function of its data. */
export interface Chart {
  /** An `<svg>` so many pixels wide. Text never scales; the room between does. */
  drawing: (width: number) => TemplateResult;
  /** Exactly what is drawn, for those who cannot see it or want the digits. */
  table: Table;
}

/** The first cell of a row names it. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The `<svg>` of a chart. On paper it may be made smaller; on a screen it never is. */
export function canvas(
  size: { width: number; height: number },
  label: string,
  content: unknown,
): TemplateResult {
  const { width, height } = size;
  return html`<svg class="chart" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}
    role="img" aria-label=${label}>
    ${content}
  </svg>`;
}

/** A model that only an imported report knows is called by its id. */
export function titleOf(model: Model, models: readonly ModelInfo[]): string {
  return models.find(({ id }) => id === model)?.title ?? model;
}

/** What more workers do is what a reader wants to know; one alone says what the model itself costs. */
export function mostFirst(workers: readonly number[]): number[] {
  return [...new Set(workers)].toSorted((one, other) => other - one);
}

/** A coordinate; hundredths of a pixel are sharp enough. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
