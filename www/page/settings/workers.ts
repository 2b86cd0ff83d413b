import { html, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { Controls } from "./settings";

/** The numbers of workers: the usual ones to tick, and any other. */
export function workerPicker(controls: Controls): TemplateResult {
  const { settings, offer, change } = controls;
  const { workers } = settings;
  const toggle = (count: number, on: boolean): void => {
    const others = workers.filter((other) => other !== count);
    const chosen = on ? [...others, count].toSorted((a, b) => a - b) : others;
    change({ workers: chosen.length > 0 ? chosen : undefined });
  };
  return html`
    <fieldset>
      <legend>Workers</legend>
      <div class="chips">
        ${usual(offer.cores, workers).map(
          (count) => html`<label class="chip">
            <input type="checkbox" .checked=${live(workers.includes(count))}
              @change=${(event: Event) => toggle(count, (event.currentTarget as HTMLInputElement).checked)} />
            <span>${count}</span>
          </label>`,
        )}
        <label class="chip-other">
          <span class="visually-hidden">Another number of workers</span>
          <input type="number" min="1" max="64" step="1" placeholder="other" autocomplete="off" @keydown=${notRun}
            @change=${(event: Event) => {
              const input = event.currentTarget as HTMLInputElement;
              if (input.reportValidity() && input.value !== "") {
                toggle(input.valueAsNumber, true);
                input.value = "";
              }
            }} />
        </label>
      </div>
      ${everyNumber(controls)}
      <p class="note">Speedup is measured once for each. This device has ${offer.cores} ${offer.cores === 1 ? "core" : "cores"}.</p>
    </fieldset>
  `;
}

/** Enter takes the number over, and starts no run. */
function notRun(event: KeyboardEvent): void {
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.currentTarget?.dispatchEvent(new Event("change"));
}

/** What a curve over the numbers of workers wants: all of them up to the most that is chosen. */
function everyNumber({ settings, offer, change }: Controls): TemplateResult {
  const most = Math.max(4, offer.cores, ...settings.workers);
  const every = Array.from({ length: most }, (_, index) => index + 1);
  const isChosen = every.length === settings.workers.length;
  return html`<button class="every" type="button" aria-pressed=${isChosen}
    @click=${() => change({ workers: isChosen ? undefined : every })}>
    Every number from 1 to ${most}
  </button>`;
}

/** Powers of two up to twice the cores, the cores themselves, and what is chosen already. */
export function usual(cores: number, chosen: readonly number[]): number[] {
  const counts = new Set([cores, ...chosen]);
  for (let count = 1; count <= 2 * Math.min(cores, 16); count *= 2) counts.add(count);
  return [...counts].toSorted((a, b) => a - b);
}
