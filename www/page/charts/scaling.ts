import { svg, type TemplateResult, type nothing } from "lit/html.js";
import type { ModelInfo, Report } from "../../generated/types";
import { chartFigure, type FigureAbout } from "./frame";
import type { Chart } from "./chart";

/** Speedup against workers; a hint how to get it where there is one number of workers only. */
export function scalingFigure(
  report: Report,
  models: readonly ModelInfo[],
  about: FigureAbout,
): TemplateResult | typeof nothing {
  return chartFigure(
    scalingChart(report, models),
    { title: "Speedup against the number of workers", name: "scaling" },
    about,
  );
}

export function scalingChart(_report: Report, _models: readonly ModelInfo[]): Chart {
  return { drawing: () => svg``, table: { columns: [], rows: [] } };
}
