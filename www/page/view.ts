import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { plannedBars, reportBars, type Bar } from "./charts/bars";
import { speedupChart } from "./charts/speedup";
import { deviceView } from "./device";
import { planLine, settingsLine } from "./experiment";
import type { Page } from "./page";
import { failureView } from "./result/failure";
import { driftNote, mismatchAlert } from "./result/notes";
import { numbers } from "./result/numbers";
import { settingsView } from "./settings/settings";
import { statusView } from "./status";

/** The whole page below its heading, as a function of its state. */
export function view(page: Page): TemplateResult {
  const { activity, settings } = page;
  const models = page.offer?.models ?? [];
  const report = activity.is === "done" ? activity.report : null;
  return html`
    <form class="page" novalidate @submit=${(event: Event) => submit(event, page)}>
      <div class="main">
        ${problems(page.problems)} ${toolbar(page)}
        ${activity.is === "failed" || activity.is === "unable" ? failureView(activity.error) : nothing}
        ${statusView(activity, models, settings?.program.summary ?? "")}
        ${report === null ? nothing : mismatchAlert(report, models)} ${figure(page)}
        ${page.engine === null ? nothing : deviceView(page.engine)}
      </div>
      ${
        report === null
          ? nothing
          : html`<div class="below">${driftNote(report)} ${numbers(report, models)}</div>`
      }
      <section class="settings" aria-label="Settings">${controls(page)}</section>
    </form>
    ${source(page)}
  `;
}

function submit(event: Event, page: Page): void {
  event.preventDefault();
  void page.run();
}

function problems(found: readonly string[]): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`<div class="notice" role="alert">
    ${found.map((problem) => html`<p>${problem}</p>`)}
    <p>The usual settings are used instead.</p>
  </div>`;
}

function toolbar(page: Page): TemplateResult {
  const { offer, settings, activity } = page;
  const isRunning = activity.is === "running";
  const stop = (event: Event): void => {
    if (!isRunning) return;
    // The button is Run again before the click is over; it must not submit.
    event.preventDefault();
    page.stop();
  };
  return html`
    <div class="toolbar">
      <label class="program">
        <span>Program</span>
        <select ?disabled=${offer === null} .value=${live(settings?.program.id ?? "")}
          @change=${(event: Event) => page.chooseProgram((event.currentTarget as HTMLSelectElement).value)}>
          ${
            offer === null
              ? html`<option value="">Loading…</option>`
              : offer.programs.map(
                  ({ id, title }) =>
                    html`<option value=${id} ?selected=${id === settings?.program.id}>${title}</option>`,
                )
          }
        </select>
      </label>
      <button class=${isRunning ? "run stop" : "run"} type=${isRunning ? "button" : "submit"}
        ?disabled=${offer === null} @click=${stop}>
        ${isRunning ? "Stop" : "Run"}
      </button>
    </div>
  `;
}

function figure(page: Page): TemplateResult {
  return html`
    <figure>
      <figcaption>
        <strong>Speedup against the sequential run of the same work, start-up apart</strong>
        <span>${about(page)}</span>
      </figcaption>
      ${speedupChart(bars(page), "Bar chart of the speedups. A table of the numbers follows it.")}
      <p class="note">
        The solid line at 1× is no change, the dashed one every worker fully used. Each dot is one
        run, hollow if it is far from the others; each whisker is a 95 % interval.
      </p>
    </figure>
  `;
}

function bars({ activity, offer, settings }: Page): Bar[] {
  if (offer === null || settings === null) return [];
  if (activity.is === "running") return activity.bars;
  if (activity.is === "done") return reportBars(activity.report, offer.models);
  const models = offer.models.filter(({ id }) => settings.models.includes(id));
  return plannedBars(models, settings.workers);
}

/** Which experiment the chart is of. */
function about({ activity, settings }: Page): string {
  if (activity.is === "running") return activity.about;
  if (activity.is === "done") return planLine(activity.report.plan);
  return settings === null ? "" : settingsLine(settings);
}

function controls({ offer, settings, change }: Page): TemplateResult | typeof nothing {
  if (offer === null || settings === null) return nothing;
  return settingsView({ settings, offer, change });
}

function source({ settings }: Page): TemplateResult | typeof nothing {
  if (settings === null) return nothing;
  const { title, source: text } = settings.program;
  return html`
    <section class="source" aria-labelledby="source">
      <h2 id="source">The program: ${title}</h2>
      <pre tabindex="0" aria-label="Source"><code>${text}</code></pre>
    </section>
  `;
}
