import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import { times, workersName } from "../format";
import type { Bar } from "./bars";
import { chartFigure, type FigureAbout } from "./frame";

/** Speedups, a bar per model and number of workers. */
export function speedupFigure(bars: readonly Bar[], about: FigureAbout): TemplateResult {
  const chart = { drawing: () => speedupChart(bars, "Speedups"), table: { columns: [], rows: [] } };
  const title = "Speedup against the sequential run of the same work, start-up apart";
  return chartFigure(chart, { title, name: "speedup" }, about);
}

/** Heights in pixels. Widths are percentages, so the chart fits wherever it is put. */
const HEAD = 26;
const ROW = 40;
const FOOT = 30;
const BAR = { top: 18, height: 12 };
const DOTS = BAR.top + BAR.height + 4.5;

/** Room to the right of the longest bar, for its number. */
const HEADROOM = 1.22;

/** One panel per number of workers, one bar per model, all on one scale. */
export function speedupChart(bars: readonly Bar[], label: string): TemplateResult {
  const counts = [...new Set(bars.map(({ workers }) => workers))];
  const end = HEADROOM * Math.max(1, ...bars.flatMap(extent));
  const x = (value: number): string => `${((100 * value) / end).toFixed(2)}%`;
  let top = 0;
  const drawn = counts.map((workers) => {
    const rows = bars.filter((bar) => bar.workers === workers);
    const panel = drawPanel(workers, rows, top, end, x);
    top += panelHeight(rows);
    return panel;
  });
  return html`<svg class="chart" width="100%" height=${top} role="img" aria-label=${label}>
    ${drawn}
  </svg>`;
}

type Scale = (value: number) => string;

function extent({ workers, speedup, interval, samples }: Bar): number[] {
  return [workers, speedup ?? 0, interval?.high ?? 0, ...samples.map((dot) => dot.speedup)];
}

function panelHeight(rows: readonly Bar[]): number {
  return HEAD + rows.length * ROW + FOOT;
}

function drawPanel(
  workers: number,
  rows: readonly Bar[],
  top: number,
  end: number,
  x: Scale,
): SVGTemplateResult {
  const first = top + HEAD;
  const last = first + rows.length * ROW;
  const labels = ticks(workers, end);
  return svg`
    <text class="chart-head" x="0" y=${top + 15}>${workersName(workers)}</text>
    <line class="chart-axis" x1="0" x2="100%" y1=${last} y2=${last}></line>
    ${[...new Set([...labels, 1, workers])].map(
      (value) =>
        svg`<line class=${lineClass(value, workers)} x1=${x(value)} x2=${x(value)} y1=${first} y2=${last + 4}></line>`,
    )}
    ${labels.map(
      (value) => svg`<text class=${value === workers ? "chart-tick chart-tick-n" : "chart-tick"}
        x=${x(value)} y=${last + 17} text-anchor=${value === 0 ? "start" : "middle"}>${value === 0 ? "0" : `${value}×`}</text>`,
    )}
    ${rows.map((bar, index) => drawBar(bar, first + index * ROW, x))}
  `;
}

function drawBar(bar: Bar, top: number, x: Scale): SVGTemplateResult {
  const { model, title, workers, speedup, interval, samples } = bar;
  const middle = top + BAR.top + BAR.height / 2;
  return svg`<g data-model=${model}>
    <text class="chart-label" x="0" y=${top + 13}>${title}</text>
    <rect class="chart-track" x="0" y=${top + BAR.top} width=${x(workers)} height=${BAR.height}></rect>
    ${
      speedup === null
        ? nothing
        : svg`
          <rect class=${samples.length === 0 ? "chart-bar chart-bar-early" : "chart-bar"}
            x="0" y=${top + BAR.top} width=${x(speedup)} height=${BAR.height}></rect>
          ${samples.map(
            (dot) => svg`<circle class=${dot.outlier ? "chart-dot chart-dot-outlier" : "chart-dot"}
              cx=${x(dot.speedup)} cy=${top + DOTS} r="1.75"></circle>`,
          )}
          ${interval === null ? nothing : whisker(interval, middle, x)}
          <text class="chart-value" x=${x(Math.max(speedup, interval?.high ?? 0))} dx="8" y=${middle + 4.5}>${times(speedup)}</text>`
    }
  </g>`;
}

function whisker(
  { low, high }: { low: number; high: number },
  middle: number,
  x: Scale,
): SVGTemplateResult {
  return svg`
    <line class="chart-whisker" x1=${x(low)} x2=${x(high)} y1=${middle} y2=${middle}></line>
    ${[low, high].map(
      (end) =>
        svg`<line class="chart-whisker" x1=${x(end)} x2=${x(end)} y1=${middle - 4} y2=${middle + 4}></line>`,
    )}`;
}

/** What to write under the axis: N, one, and round numbers, as far as there is room. */
export function ticks(workers: number, end: number): number[] {
  const room = end / 10;
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => end / candidate <= 7) ?? 100;
  const round = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
  const kept = workers - 1 < room ? [workers] : [1, workers];
  const apart = (tick: number): boolean => kept.every((other) => Math.abs(other - tick) >= room);
  return [...kept, ...round.filter(apart)].toSorted((a, b) => a - b);
}

function lineClass(value: number, workers: number): string {
  if (value === 1) return "chart-one";
  return value === workers ? "chart-n" : "chart-grid";
}
