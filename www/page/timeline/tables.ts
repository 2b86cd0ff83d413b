import { html, nothing, type TemplateResult } from "lit/html.js";
import type { HandOff, State, TimeUse } from "../../generated/types";
import type { Table } from "../charts/chart";
import { count, milliseconds, percent } from "../format";
import { timesOf } from "./lane-times";
import { lockPanel, type Panel } from "./panels";
import { instant } from "./sentences";
import { nameOf } from "./threads";

const PARTS: readonly (readonly [State, keyof TimeUse, string])[] = [
  ["starting", "startingMs", "starting"],
  ["copying-in", "copyingInMs", "copying in"],
  ["running", "runningMs", "running"],
  ["waiting", "waitingMs", "waiting"],
  ["sleeping", "blockedMs", "blocked"],
  ["unlocked", "unlockedMs", "running without the lock"],
  ["copying-out", "copyingOutMs", "copying out"],
  ["joining", "joiningMs", "done"],
];

/** How each worker spent its run. */
export function timeUseTable(panels: readonly Panel[]): Table {
  const occurring = new Set(
    panels.flatMap(({ trace }) =>
      trace.lanes.flatMap((lane) => timesOf(lane).sums.map(([state]) => state)),
    ),
  );
  const parts = PARTS.filter(([state]) => occurring.has(state));
  return {
    columns: ["Worker", ...parts.map(([, , name]) => `${name}, ms`), "in all, ms"],
    rows: panels.flatMap((panel) =>
      panel.trace.lanes.map(({ timeUse }, index) => [
        `${panel.title}, ${nameOf(panel, index)}`,
        ...parts.map(([, part]) => withShare(timeUse[part], panel.trace.durationMs)),
        milliseconds(panel.trace.durationMs),
      ]),
    ),
  };
}

function withShare(ms: number, durationMs: number): string {
  return ms > 0 ? `${milliseconds(ms)} (${percent(ms / durationMs)})` : "–";
}

/** More rows than this help nobody; the report has them all. */
const ROWS = 100;

/** Those from the chosen one on. */
export function handOffTable(
  panels: readonly Panel[],
  chosen: number | null,
  timerStepUs: number,
): TemplateResult | typeof nothing {
  const panel = lockPanel(panels);
  if (panel === null) return nothing;
  const { trace } = panel;
  const first = chosen ?? 0;
  const rows = trace.handOffs.slice(first, first + ROWS);
  const shown = `${count(first + 1)} to ${count(first + rows.length)} of ${count(trace.handOffsTotal)}`;
  return html`
    <details class="timeline-hand-offs">
      <summary>Hand-offs</summary>
      <div class="table" role="region" aria-label="Table: hand-offs" tabindex="0">
        <table>
          <caption><small>Numbers ${shown}, from the chosen one on.</small></caption>
          <thead>
            <tr>
              ${[
                "Number",
                "From",
                "To",
                "Asked for by",
                "Asked at",
                "Let go at",
                "Taken at",
              ].map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((handOff, index) => row(panel, handOff, first + index, timerStepUs))}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

function row(panel: Panel, handOff: HandOff, index: number, timerStepUs: number): TemplateResult {
  const { from, to, askedMs, askedBy, droppedMs, takenMs } = handOff;
  const at = (ms: number): string => instant(ms, timerStepUs);
  return html`<tr>
    <th scope="row">${count(index + 1)}</th>
    <td>${nameOf(panel, from)}</td>
    <td>${nameOf(panel, to)}</td>
    <td>${askedBy === null ? "nobody" : nameOf(panel, askedBy)}</td>
    <td>${askedMs === null ? "–" : at(askedMs)}</td>
    <td>${at(droppedMs)}</td>
    <td>${at(takenMs)}</td>
  </tr>`;
}
