import { html, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import { duration } from "../format";
import type { Controls } from "./settings";

/** From CPython's least to what anybody would notice, in milliseconds: a logarithmic scale. */
export const STOPS = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100,
] as const;

const DEFAULT_MS = 5;

export function switchInterval({ settings, change }: Controls): TemplateResult {
  const { switchIntervalMs } = settings;
  const words = duration(switchIntervalMs);
  const choose = (event: Event): void => {
    const stop = STOPS[(event.currentTarget as HTMLInputElement).valueAsNumber];
    if (stop !== undefined) change({ switchIntervalMs: stop });
  };
  return html`<div class="slider">
    <label for="switch-interval">Switch interval</label>
    <output for="switch-interval">${words}</output>
    <small id="about-switch-interval">After it, a waiting thread asks for the GIL; ${duration(DEFAULT_MS)} in CPython</small>
    <input id="switch-interval" type="range" min="0" max=${STOPS.length - 1} step="1"
      aria-describedby="about-switch-interval" aria-valuetext=${words}
      .value=${live(String(nearestStop(switchIntervalMs)))} @input=${choose} />
    <small class="slider-scale" aria-hidden="true" .style=${`--default: ${position(DEFAULT_MS)}`}>
      <span>1 µs</span><span class="slider-default">${duration(DEFAULT_MS)}</span><span>100 ms</span>
    </small>
  </div>`;
}

/** A link may ask for an interval between the stops. */
export function nearestStop(ms: number): number {
  const distances = STOPS.map((stop) => Math.abs(Math.log(ms / stop)));
  return distances.indexOf(Math.min(...distances));
}

/** Where a stop is along the slider, from 0 to 1. */
function position(ms: number): number {
  return nearestStop(ms) / (STOPS.length - 1);
}
