import { svg, type TemplateResult } from "lit/html.js";
import type { ModelInfo, Report } from "../../generated/types";
import { chartFigure, type FigureAbout } from "./frame";
import type { Chart } from "./chart";

/** Where the time of each run went. */
export function timeUseFigure(
  report: Report,
  models: readonly ModelInfo[],
  about: FigureAbout,
): TemplateResult {
  return chartFigure(
    timeUseChart(report, models),
    { title: "Where the time went", name: "time" },
    about,
  );
}

export function timeUseChart(_report: Report, _models: readonly ModelInfo[]): Chart {
  return { drawing: () => svg``, table: { columns: [], rows: [] } };
}
