import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { ModelInfo } from "../../generated/types";
import { documentLink } from "../document";
import { inSentence } from "../format";
import type { Controls } from "./settings";

export function modelPicker(controls: Controls): TemplateResult {
  return html`
    <fieldset>
      <legend>Models</legend>
      ${controls.offer.models.map((model) => choice(controls, model))}
    </fieldset>
  `;
}

function choice({ settings, change }: Controls, model: ModelInfo): TemplateResult {
  const { id, title, summary, available, whyNot } = model;
  const isBaseline = id === "sequential";
  const toggle = (event: Event): void => {
    const { checked } = event.currentTarget as HTMLInputElement;
    const others = settings.models.filter((other) => other !== id);
    change({ models: checked ? [...others, id] : others });
  };
  return html`<div class="option" data-model=${id}>
    <input type="checkbox" id="model-${id}" aria-describedby="about-${id}"
      ?disabled=${!available || isBaseline}
      .checked=${live(available && settings.models.includes(id))} @change=${toggle} />
    <label for="model-${id}"><span class="swatch"></span>${title}</label>
    <small id="about-${id}">
      ${summary} ${isBaseline ? "Always run: all speedups are against it." : nothing}
      ${documentLink(id, "More", `More about ${inSentence(title)}`)}
      ${whyNot === null ? nothing : html`<strong>Not available here: ${whyNot}</strong>`}
    </small>
  </div>`;
}
