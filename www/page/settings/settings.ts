import { html, type TemplateResult } from "lit/html.js";
import type { Change, Offer, Settings } from "../choices";
import { advanced } from "./advanced";
import { given } from "./given";
import { modelPicker } from "./models";
import { sizePicker } from "./size";
import { switchInterval } from "./switch-interval";
import { workPicker } from "./work";
import { workerPicker } from "./workers";

/** Everything that can be chosen except the program. Controls show a choice and tell of another. */
export interface Controls {
  settings: Settings;
  offer: Offer;
  change: (change: Change) => void;
}

/** A script decides everything itself, but for what its Python is set to. */
export function settingsView(controls: Controls): TemplateResult {
  if (controls.settings.program.kind === "script") return html`${switchInterval(controls)} ${given(controls)}`;
  return html`
    ${sizePicker(controls)} ${workerPicker(controls)} ${modelPicker(controls)}
    ${workPicker(controls)} ${advanced(controls)}
  `;
}
