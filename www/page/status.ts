import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ModelInfo, Phase, Progress } from "../generated/types";
import { titleOf } from "./charts/chart";
import { inSentence, workersName } from "./format";
import type { Page } from "./page";
import type { Recorded } from "./recorded";
import { finding } from "./result/narrative";
import { hasBars } from "./speedup";

/** What to look for, what is going on, or what was found. It always takes the same room, so nothing below it moves. */
export function statusView(page: Page): TemplateResult {
  const { activity, models } = page;
  return html`
    <div class="status">
      <p role="status" class=${hasFinding(page) ? "finding" : nothing}>${words(page)}</p>
      ${activity.is === "running" ? progressView(activity.progress, models) : nothing}
    </div>
  `;
}

function hasFinding(page: Page): boolean {
  const { shown, isScript } = page;
  return shown !== null || (isScript && hasResult(page));
}

/** Are there results of the very script that is chosen? */
function hasResult({ activity, script, settings }: Page): boolean {
  const isIdle = activity.is === "executed" || activity.is === "idle";
  return isIdle && script.finding !== "" && script.shown?.source === settings?.program.source;
}

function words(page: Page): string {
  const { activity, shown, settings, recorded } = page;
  if (shown !== null) return finding(shown.report);
  if (page.isScript && hasResult(page)) return page.script.finding;
  switch (activity.is) {
    case "loading":
      return "Loading the engine…";
    case "unable":
      return `The engine could not be started. ${recordings[recorded.state]}`;
    case "idle":
    case "done":
    case "executed":
      return page.lessons.open === null ? (settings?.program.summary ?? "") : "";
    case "running":
      return "Running.";
    case "executing":
      return page.script.now;
    case "stopped":
      if (page.isScript) return stopped(page);
      return hasBars(activity)
        ? "Stopped. The bars show what had been measured until then."
        : "Stopped before anything was measured.";
    case "failed":
      return "There is no result. Your settings are kept.";
  }
}

/** What was found until then. */
function stopped({ script }: Page): string {
  return ["Stopped.", script.finding].join(" ").trim();
}

const recordings: Record<Recorded["state"], string> = {
  none: "There is no recording of this program to show in its place.",
  loading: "Looking for a recording of this program…",
  lost: "The recording of this program could not be loaded either.",
  shown: "",
};

function progressView(progress: Progress | null, models: readonly ModelInfo[]): TemplateResult {
  return html`
    <progress aria-label="Runs done" max=${progress?.total ?? 1} .value=${progress?.done ?? 0}></progress>
    <p class="live">${progress === null ? "Starting" : line(progress, models)}</p>
  `;
}

function line(
  { phase, done, total, model, workers }: Progress,
  models: readonly ModelInfo[],
): string {
  return `${done} of ${total} runs · ${phases[phase]} ${inSentence(titleOf(model, models))}, ${workersName(workers)}`;
}

const phases: Record<Phase, string> = {
  sizing: "sized by",
  warmup: "warmed up",
  sample: "measured",
  drift: "checked again",
};
