import { nothing, type TemplateResult } from "lit/html.js";
import type { Published } from "../generated/types";
import { aboutPlanned, aboutResult } from "./about";
import { plannedBars, reportBars, withMarks, type Bar } from "./charts/bars";
import type { FigureAbout } from "./charts/frame";
import { speedupFigure } from "./charts/speedup";
import { settingsLine } from "./experiment";
import type { Page } from "./page";
import type { Activity } from "./state";
import { originOf } from "./travel/origin";

/** The bars of what is planned, under way or known, beside what others measured. */
export function speedupView(page: Page): TemplateResult | typeof nothing {
  const { settings, shown, other, offer, activity } = page;
  // What failed has no bars: what it printed, and where it failed, stands in their place.
  if (activity.is === "failed" && shown === null) return nothing;
  const bars = offer === null || settings === null ? [] : barsOf(page);
  const work = shown?.report.plan.work ?? settings?.work ?? "split";
  const beside = other === null ? null : { label: otherLabel(page), report: other.report };
  const marked = withMarks(bars, { work, published: publishedOf(page), other: beside });
  return speedupFigure(marked, aboutBars(page));
}

/** Was a run stopped that had measured something? */
export function hasBars(activity: Activity): activity is Activity & { is: "stopped" } {
  return activity.is === "stopped" && activity.bars.some(({ speedup }) => speedup !== null);
}

function barsOf({ activity, settings, shown, models }: Page): Bar[] {
  if (activity.is === "running" || hasBars(activity)) return activity.bars;
  if (shown !== null) return reportBars(shown.report, models);
  const planned = models.filter(({ id }) => settings?.models.includes(id));
  return plannedBars(planned, settings?.workers ?? []);
}

/** What others measured with this very program. */
function publishedOf({ settings, shown, offer }: Page): readonly Published[] {
  const source = shown?.report.plan.source ?? settings?.program.source;
  return offer?.programs.find((program) => program.source === source)?.published ?? [];
}

function otherLabel({ shows, opened }: Page): string {
  return shows === "opened" || opened === null ? "here" : originOf(opened.report.environment);
}

function aboutBars({ activity, settings, shown, engine }: Page): FigureAbout {
  if (shown !== null) return aboutResult(shown);
  const line = settings === null ? "" : settingsLine(settings);
  return aboutPlanned(
    activity.is === "running" || hasBars(activity) ? activity.about : line,
    settings?.program.id ?? null,
    engine?.environment ?? null,
  );
}
