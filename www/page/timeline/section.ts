import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ModelInfo, Report } from "../../generated/types";
import type { FigureAbout } from "../charts/frame";
import { workerCounts } from "./panels";
import { ofReport } from "./source";
import { timeline } from "./timeline";

/** The timeline of a report, if there are traces in it. */
export function timelineSection(
  report: Report,
  models: readonly ModelInfo[],
  about: FigureAbout,
): TemplateResult | typeof nothing {
  if (workerCounts(report).length === 0) return nothing;
  return html`${timeline(ofReport(report, models), about)}`;
}
