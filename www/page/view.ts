import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ModelInfo } from "../generated/types";
import { aboutResult } from "./about";
import { scalingFigure } from "./charts/scaling";
import { timeUseFigure } from "./charts/time-use";
import { deviceView } from "./device";
import { planLine } from "./experiment";
import type { Page } from "./page";
import { failureView, refusal } from "./result/failure";
import { mismatchAlert } from "./result/mismatches";
import { why } from "./result/narrative";
import { numbers } from "./result/numbers";
import { outputs } from "./result/outputs";
import { scriptSection } from "./script/section";
import { moreView } from "./session/more-view";
import { sessionSection } from "./session/session-view";
import { settingsView } from "./settings/settings";
import { runProgram, sourceSection } from "./source/section";
import { theBox } from "./source/source-box";
import { speedupView } from "./speedup";
import type { Result } from "./state";
import { statusView } from "./status";
import { timelineSection } from "./timeline/section";
import { toolbar } from "./toolbar";
import { tradeSection } from "./trade";
import { banner } from "./travel/banner";
import { comparison } from "./travel/comparison";
import { shareSection } from "./travel/share";

/** Settings stand beside the results; as in layout.css. */
export const WIDE = "(min-width: 60rem)";

/** The whole page below its heading, as a function of its state. */
export function view(page: Page): TemplateResult {
  const { activity, shown, models } = page;
  if (page.opening) return html`<p role="status">Opening the results of this link…</p>`;
  return html`
    <form class=${page.isScript ? "page of-script" : "page"} novalidate @submit=${(event: Event) => submit(event, page)}>
      <div class="main">
        <div class="before">
          ${problems(page.problems)} ${banner(page)} ${toolbar(page)}
          ${refusal(page.writing)}
          ${activity.is === "failed" || activity.is === "unable" ? failureView(activity.error, page.engine?.environment ?? null, page.models, (line) => void theBox()?.edit({ line, column: 1 })) : nothing}
          ${statusView(page)}
        </div>
        ${page.lessons.panel()}
        ${sourceSection(page, page.isScript ? controls(page) : nothing)}
        <div class=${isOfAnother(page) ? "results other" : "results"}>
          ${shown === null ? nothing : html`${ofAnother(page, shown)} ${mismatchAlert(shown.report, models)}`}
          ${page.isScript ? scriptSection(page) : html`${speedupView(page)} ${moreView(page)}`}
          ${page.engine === null ? nothing : deviceView(page.engine, page.isScript, shown !== null && shown === page.opened)}
          ${shown === null ? nothing : html`${why(shown.report)} ${outputs(shown.report, models)}`}
        </div>
      </div>
      ${page.isScript ? nothing : html`<section class="settings" aria-label="Settings">
        <details class="settings-fold" ?open=${isWide()}><summary>Settings</summary>${controls(page)}</details>
      </section>`}
      ${below(page, models)}
    </form>
  `;
}

/** Where there is no room beside the results, settings would stand in their midst: there they are folded. */
function isWide(): boolean {
  return matchMedia(WIDE).matches;
}

/** Are these results of another program than the one that is chosen? */
function isOfAnother({ shown, settings }: Page): boolean {
  return shown !== null && settings !== null && shown.report.plan.source !== settings.program.source;
}

function ofAnother(page: Page, { report }: Result): TemplateResult | typeof nothing {
  if (!isOfAnother(page)) return nothing;
  const title = page.settings?.program.title ?? "";
  return html`<p class="notice">These results are of another program: ${planLine(report.plan)}. Run shows those of ${title}.</p>`;
}

function submit(event: Event, page: Page): void {
  event.preventDefault();
  void runProgram(page);
}

function problems(found: readonly string[]): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`<div class="notice" role="alert">
    ${found.map((problem) => html`<p>${problem}</p>`)}
  </div>`;
}

/**
 * Everything that follows the bars. While running there is nothing of it: what the run brings
 * would push it away.
 */
function below(page: Page, models: readonly ModelInfo[]): TemplateResult | typeof nothing {
  const { shown, activity } = page;
  if (page.isRunning || (page.engine === null && activity.is !== "unable")) {
    return nothing;
  }
  return html`<div class="below">
    ${shown === null ? nothing : reasons(page, shown, models)}
    ${page.isScript ? nothing : tradeSection(page)}
    ${shown === null ? nothing : numbers(shown.report, models)}
    ${sessionSection(page)}
    ${page.engine === null ? nothing : shareSection(page)}
  </div>`;
}

function reasons(page: Page, shown: Result, models: readonly ModelInfo[]): TemplateResult {
  const { report } = shown;
  const { here, opened } = page;
  const figure = aboutResult(shown);
  return html`
    ${here === null || opened === null ? nothing : comparison(opened.report, here.report, models)}
    ${scalingFigure(report, models, figure)} ${timeUseFigure(report, models, figure)}
    ${timelineSection(report, models, figure)}
  `;
}

function controls(page: Page): TemplateResult | typeof nothing {
  const { offer, settings, change, activity } = page;
  // What cannot be run has no settings.
  if (offer === null || settings === null || activity.is === "unable") return nothing;
  return settingsView({ settings, offer, change });
}
