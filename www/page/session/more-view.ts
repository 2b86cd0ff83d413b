import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Page } from "../page";
import { isOfScript } from "./more";

const MINUTES = [0.5, 2, 10] as const;

/** What can be added to the results that are shown, and whether it is clear what they say. */
export function moreView(page: Page): TemplateResult | typeof nothing {
  const { more, isRunning } = page;
  const { state, report } = more;
  if (report === null || isRunning) return nothing;
  // What failed, or is too short, has nothing that could become clear.
  if (report.results.every(({ speedup }) => speedup === null)) return nothing;
  if (state.is === "running") return html`<p class="more" role="status">${words(page)}</p>`;
  const runs = isOfScript(report) ? (report.results[0]?.samplesMs.length ?? 0) : report.plan.samples;
  const until = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    const minutes = Number(select.value);
    select.value = "";
    if (minutes > 0) void more.measure(minutes * 60_000);
  };
  return html`<div class="more">
    <button type="button" ?disabled=${page.busy} @click=${() => void more.measure()}>Measure more</button>
    <select aria-label="Measure until it is clear" ?disabled=${page.busy} @change=${until}>
      <option value="">Measure until clear…</option>
      ${MINUTES.map((minutes) => html`<option value=${minutes}>for ${minutes < 1 ? "half a minute" : `${minutes} minutes`} at most</option>`)}
    </select>
    <span class="note">${runs === 1 ? "1 run each" : `${runs} runs each`}: ${report.clear ? "it is clear which is faster." : "no change (1×) is not excluded."}</span>
    ${state.trouble === "" ? nothing : html`<p class="notice" role="alert">No more could be measured: ${state.trouble}.</p>`}
  </div>`;
}

function words({ more }: Page): string {
  const { state } = more;
  if (state.is !== "running") return "";
  if (state.pause === "hidden") return "Paused: this page is not in sight.";
  if (state.pause === "busy") return "Paused: the last runs took longer. Something else runs on this device.";
  if (state.endMs === null) return "Measuring more. Stop keeps what was added.";
  const seconds = Math.max(0, Math.round((state.endMs - Date.now()) / 1000));
  return `Measuring until it is clear, for at most ${seconds} s more. Stop keeps what was added.`;
}
