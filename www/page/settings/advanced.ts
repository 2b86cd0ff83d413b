import { html, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Controls } from "./settings";
import { switchInterval } from "./switch-interval";

export function advanced(controls: Controls): TemplateResult {
  return html`
    <details>
      <summary>Advanced</summary>
      ${number(controls, "samples", "Samples", "Timed runs of each bar")}
      ${number(controls, "warmups", "Warm-ups", "Untimed runs before them; empty: until timings settle")}
      ${switchInterval(controls)}
    </details>
  `;
}

function number(
  { settings, change }: Controls,
  name: "samples" | "warmups",
  title: string,
  note: string,
): TemplateResult {
  return html`<label class="field">
    <span>${title} <small>${note}</small></span>
    <input type="number" min="0" step="1" autocomplete="off"
      .value=${live(String(settings[name] ?? ""))}
      @change=${(event: Event) => {
        const { valueAsNumber } = event.currentTarget as HTMLInputElement;
        change({ [name]: Number.isNaN(valueAsNumber) ? undefined : valueAsNumber });
      }} />
  </label>`;
}
