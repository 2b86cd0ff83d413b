import { svg, type TemplateResult } from "lit/html.js";
import type { Sweep } from "../../generated/types";
import { chartFigure, type FigureAbout } from "./frame";
import type { Chart } from "./chart";

/** What is drawn while a sweep is measured, and after: the sentence comes at its end. */
export type Measured = Pick<Sweep, "points"> & { sentence?: string };

/** What the switch interval costs and what it buys. */
export function sweepFigure(sweep: Measured, about: FigureAbout): TemplateResult {
  return chartFigure(
    sweepChart(sweep.points),
    { title: "The switch interval: what it costs and what it buys", name: "switch-interval" },
    about,
  );
}

export function sweepChart(_points: Sweep["points"]): Chart {
  return { drawing: () => svg``, table: { columns: [], rows: [] } };
}
