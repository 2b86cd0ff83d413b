import { html, nothing, type TemplateResult } from "lit/html.js";
import { OWN } from "../page/choices";
import { failureView, refusal } from "../page/result/failure";
import { mismatchAlert } from "../page/result/mismatches";
import { why } from "../page/result/narrative";
import { speedupView } from "../page/speedup";
import type { Result } from "../page/state";
import { statusView } from "../page/status";
import { banner } from "../page/travel/banner";
import type { Embed } from "./embed";
import type { Options, Variant } from "./options";

export interface Actions {
  run: () => void;
}

/** The compact page, as a function of its state. */
export function view(embed: Embed, { hidden, heading, variant }: Options, { run }: Actions): TemplateResult {
  const { page } = embed;
  const { activity, shown, problems } = page;
  const press = (): void => (embed.busy ? embed.stop() : run());
  return html`
    <div class="embed" data-variant=${page.isScript ? variant : nothing}>
      ${head(embed, heading, press)} ${hidden.has("source") || page.isScript ? nothing : source(embed)}
      ${problems.length === 0 ? nothing : alert(problems)} ${banner(page)}
      ${page.lessons.panel()} ${refusal(page.writing)}
      ${activity.is === "failed" || activity.is === "unable" ? failureView(activity.error, page.engine?.environment ?? null, page.models) : nothing}
      ${embed.waiting ? waitingView() : statusView(page)}
      ${shown === null ? nothing : mismatchAlert(shown.report, page.models)}
      ${page.isScript ? script(embed, variant, hidden.has("source")) : speedupView(page)} ${differences(embed)}
      ${hidden.has("why") || page.isScript ? nothing : reasons(shown)}
      ${hidden.has("settings") ? nothing : settings(embed)}
    </div>
  `;
}

/** No form: sandboxed frames may not submit any. */
function head(embed: Embed, heading: string | null, press: () => void): TemplateResult {
  const { page } = embed;
  const isReading = page.offer === null;
  return html`
    <header class="head" @pointerenter=${embed.prepare} @focusin=${embed.prepare}>
      <h1>${heading ?? page.lessons.open?.lesson.title ?? titleOf(page)}</h1>
      <a href=${embed.full} target="_blank" rel="noopener">Open in full</a>
      <button class=${embed.busy ? "run stop" : "run"} type="button" ?disabled=${isReading}
        @click=${press}>
        ${embed.busy ? "Stop" : "Run"}
      </button>
    </header>
  `;
}

/** The program in somebody's text is not its reader's. */
function titleOf(page: Embed["page"]): string {
  const program = page.settings?.program;
  if (program === undefined) return "GIL playground";
  return program.id === OWN ? "The program" : program.title;
}

/** Until what draws it is there, its text. */
function script({ page, scriptView }: Embed, variant: Variant, isSourceHidden: boolean): TemplateResult {
  if (scriptView !== null) return scriptView(page, variant, isSourceHidden);
  return html`<pre tabindex="0" aria-label="Source"><code>${page.settings?.program.source}</code></pre>`;
}

function source({ page }: Embed): TemplateResult | typeof nothing {
  const text = page.shown?.report.plan.source ?? page.settings?.program.source;
  if (text === undefined) return nothing;
  return html`<details>
    <summary>The program</summary>
    <pre tabindex="0" aria-label="Source"><code>${text}</code></pre>
  </details>`;
}

function alert(problems: readonly string[]): TemplateResult {
  return html`<div class="notice" role="alert">
    ${problems.map((problem) => html`<p>${problem}</p>`)}
  </div>`;
}

/** As high as the status that it stands for. */
function waitingView(): TemplateResult {
  return html`<div class="status">
    <p role="status">Waiting for another playground on this page.</p>
  </div>`;
}

/** What is different in this frame, and where it is not. */
function differences({ page, missing, full }: Embed): TemplateResult | typeof nothing {
  // Nothing runs in it at all; of a script, its results tell what did not.
  if (page.activity.is === "unable" || page.isScript) return nothing;
  if (missing.length === 0) return nothing;
  return html`<div class="notice">
    <p>
      ${missing.join(" ")}
      <a href=${full} target="_blank" rel="noopener">A tab of its own</a> may do more.
    </p>
  </div>`;
}

/** Folded from the start, so that what a run finds moves nothing in the page around. */
function reasons(shown: Result | null): TemplateResult {
  const isDoubtful = shown !== null && shown.report.signs.length > 0;
  return html`<details>
    <summary>${isDoubtful ? "Why, and why to doubt it" : "Why"}</summary>
    ${shown === null ? html`<p class="why">A run tells what its workers did.</p>` : why(shown.report)}
  </details>`;
}

function settings(embed: Embed): TemplateResult | typeof nothing {
  const { offer, settings: chosen, change } = embed.page;
  if (offer === null || chosen === null) return nothing;
  const controls = embed.settingsView?.({ settings: chosen, offer, change }) ?? nothing;
  return html`<details @toggle=${embed.openSettings}>
    <summary>Settings</summary>
    ${embed.settingsMissing
      ? alert(["The settings could not be loaded. Close and open them to try again."])
      : nothing}
    <fieldset class="settings" ?disabled=${embed.busy} aria-label="Settings">${controls}</fieldset>
  </details>`;
}
