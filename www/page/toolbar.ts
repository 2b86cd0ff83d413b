import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Page } from "./page";

/** What is run, and the button that runs it, or stops what runs. */
export function toolbar(page: Page): TemplateResult {
  const { offer, settings, activity, sweeping } = page;
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
              : [...(offer.own === null ? [] : [offer.own]), ...offer.programs].map(
                  ({ id, title }) =>
                    html`<option value=${id} ?selected=${id === settings?.program.id}>${title}</option>`,
                )
          }
        </select>
      </label>
      <button class=${isRunning ? "run stop" : "run"} type=${isRunning ? "button" : "submit"}
        ?disabled=${offer === null || sweeping.is === "running"} @click=${stop}>
        ${isRunning ? "Stop" : "Run"}
      </button>
    </div>
  `;
}

/** The text of the program: of the shown results, or the one that is chosen. */
export function source({ settings, shown, offer }: Page): TemplateResult | typeof nothing {
  if (settings === null) return nothing;
  const text = shown?.report.plan.source ?? settings.program.source;
  const known = [settings.program, ...(offer?.programs ?? [])];
  const title =
    known.find((program) => program.source === text)?.title ?? "not one of this page's own";
  return html`
    <section class="source" aria-labelledby="source">
      <h2 id="source">The program: ${title}</h2>
      <pre tabindex="0" aria-label="Source"><code>${text}</code></pre>
    </section>
  `;
}
