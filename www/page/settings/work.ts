import { html, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Work } from "../../generated/types";
import type { Controls } from "./settings";

export function workPicker(controls: Controls): TemplateResult {
  return html`
    <fieldset>
      <legend>Work</legend>
      ${option(controls, "split", "Split", "One job, divided among the workers")}
      ${option(controls, "repeat", "Repeat", "Every worker does the whole job")}
    </fieldset>
  `;
}

function option(
  { settings, change }: Controls,
  work: Work,
  title: string,
  note: string,
): TemplateResult {
  return html`<label class="option">
    <input type="radio" name="work" .checked=${live(settings.work === work)}
      @change=${() => change({ work })} />
    <span>${title} <small>${note}</small></span>
  </label>`;
}
