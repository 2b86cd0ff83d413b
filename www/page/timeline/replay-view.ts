import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { hueOf } from "../source/thread-marks";
import type { Panel } from "./panels";
import { atSpeed, changed, scrubbed, standings, toggled, type Standing } from "./replay";
import { instant } from "./sentences";
import type { Source } from "./source";
import { SPEEDS } from "./speeds";
import type { State } from "./state";

/** Steps of the slider. */
const STEPS = 1000;
/** Lines of the output that are seen. */
const LINES = 5;

/** The recorded run in slow motion, with what each thread does and what has been printed. */
export function replayView(
  state: State,
  source: Source,
  become: (state: State) => void,
): TemplateResult | typeof nothing {
  const { replay, limits, cursorMs, panels } = state;
  const button = (name: unknown, next: () => State, kind = ""): TemplateResult =>
    html`<button type="button" class=${kind} @click=${() => become(next())}>${name}</button>`;
  const scrub = (event: Event): void => {
    const { valueAsNumber } = event.currentTarget as HTMLInputElement;
    become(scrubbed(state, (valueAsNumber / STEPS) * limits.durationMs));
  };
  const choose = (event: Event): void => {
    become(atSpeed(state, Number((event.currentTarget as HTMLSelectElement).value)));
  };
  const at = instant(cursorMs, source.timerStepUs);
  return html`
    <section class="replay" aria-label="Replay">
      <div class="replay-controls">
        ${button(replay.isPlaying ? "Pause" : "Replay", () => toggled(state), "replay-play")}
        ${button("← Previous change", () => stepped(state, source, -1))}
        ${button("Next change →", () => stepped(state, source, 1))}
        <label>Speed
          <select @change=${choose}>
            ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === replay.speed}>${speed}×</option>`)}
          </select>
        </label>
        <input type="range" aria-label="Time in the run" aria-valuetext=${at} min="0" max=${STEPS} step="any"
          .value=${live(String((cursorMs / limits.durationMs) * STEPS))} @input=${scrub} />
      </div>
      ${replay.isOn ? html`<div class="replay-now">${panels.map((panel) => now(panel, state, source))}</div>` : nothing}
    </section>
  `;
}

/** The next change of any thread, or the next line that is printed. */
export function stepped(state: State, source: Source, direction: 1 | -1): State {
  const printed = state.panels.flatMap(({ model }) => source.printed?.(model) ?? []);
  return changed(state, direction, printed.map(({ ms }) => ms));
}

function now(panel: Panel, { cursorMs }: State, source: Source): TemplateResult {
  const printed = source.printed?.(panel.model).filter(({ ms }) => ms <= cursorMs) ?? [];
  const lines = printed.map(({ text }) => text).join("").trimEnd().split("\n").slice(-LINES);
  return html`
    <div data-model=${panel.model}>
      <p><span class="swatch"></span><b>${panel.title}</b> at ${instant(cursorMs, source.timerStepUs)}</p>
      <ul>${standings(panel, cursorMs).map(thread)}</ul>
      ${
        source.printed?.(panel.model).length === 0
          ? nothing
          : html`<pre class="replay-printed" aria-label=${`Printed so far, ${panel.title}`}><code>${lines.join("\n")}</code></pre>`
      }
    </div>
  `;
}

function thread({ number, text, hasLock }: Standing): TemplateResult {
  return html`<li title=${text}>
    <span class=${hasLock ? "thread-mark has-lock" : "thread-mark"} .style=${`--hue: ${hueOf(number)}`}>${number}</span>
    ${text}${hasLock ? html` <span class="lock-token">has the GIL</span>` : nothing}
  </li>`;
}
