import { scaleLinear, type ScaleLinear } from "d3-scale";
import { nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import type { ModelInfo, Report } from "../../generated/types";
import { count, milliseconds, workersName } from "../format";
import { canvas, mostFirst, rounded, type Chart, type Table } from "./chart";
import { chartFigure, type FigureAbout } from "./frame";
import { textWidth } from "./text";
import { block, entries, patterns, type Entry } from "./time-fills";
import { PARTS, stacks, totalOf, type Stack } from "./time-parts";

/** Where the time of each run went, all on one scale. */
export function timeUseFigure(
  report: Report,
  models: readonly ModelInfo[],
  about: FigureAbout,
): TemplateResult {
  const rows = stacks(report, models);
  const rest = { title: "Where the time of a typical run went", name: "time", note: note(rows) };
  return chartFigure(timeUseChart(rows), rest, about);
}

export function timeUseChart(rows: readonly Stack[]): Chart {
  return { drawing: (width) => draw(rows, width), table: table(rows) };
}

/** Heights in pixels. */
const HEAD = 26;
const ROW = 38;
const FOOT = 30;
const BAR = { top: 18, height: 14 };
const LEGEND = { row: 20, swatch: 12, gap: 16 };

/** Room to the right of the longest bar. */
const HEADROOM = 1.06;

function note(rows: readonly Stack[]): string {
  const traced = rows.filter(({ isTraced }) => isTraced).length;
  const mean =
    "Each bar is one run, the one nearest to the median, as in the timeline: the mean over its workers. A worker that is done is joining until the run ends. The medians of all runs stand behind it, and in The numbers.";
  if (traced === rows.length) return mean;
  const untold =
    "their parts are medians, and waiting for the lock and being blocked are not told apart from computing.";
  return traced === 0
    ? `These runs were not recorded: ${untold}`
    : `${mean} Some were not recorded: ${untold}`;
}

function table(rows: readonly Stack[]): Table {
  const parts = entries(rows);
  return {
    columns: ["Model", "Workers", ...parts.map(({ name }) => `${name}, ms`), "in all, ms", "median of all runs, ms"],
    rows: rows.map((row) => [
      row.title,
      String(row.workers),
      ...parts.map(({ part }) => milliseconds(row.ms[part])),
      milliseconds(totalOf(row)),
      milliseconds(row.medianMs),
    ]),
  };
}

function draw(rows: readonly Stack[], width: number): TemplateResult {
  const [legend, legendHeight] = drawLegend(entries(rows), width);
  let top = legendHeight;
  const end = HEADROOM * (Math.max(...rows.map(totalOf)) || 1);
  const panels = mostFirst(rows.map(({ workers }) => workers)).map((workers) => {
    const shown = rows.filter((row) => row.workers === workers);
    const panel = drawPanel(workers, shown, top, width, end);
    top += HEAD + shown.length * ROW + FOOT;
    return panel;
  });
  const label = "Stacked bars of where the time of each run went; its table has the numbers";
  const content = svg`<defs>${patterns(rows)}</defs> ${legend} ${panels}`;
  return canvas({ width, height: top }, label, content);
}

/** Explains the fills, in as many lines as it takes. */
function drawLegend(parts: readonly Entry[], width: number): [SVGTemplateResult[], number] {
  let [x, y] = [0, 0];
  const drawn = parts.map(({ part, name, models }) => {
    const swatches = LEGEND.swatch * models.length;
    const wide = swatches + 6 + textWidth(name, 12);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LEGEND.row];
    const left = x;
    x += wide + LEGEND.gap;
    return svg`<g>
      ${models.map((model, index) => {
        const box = { x: left + index * LEGEND.swatch, y: y + 3, width: LEGEND.swatch, height: 12 };
        return block(part, model, box);
      })}
      <text class="chart-small" x=${rounded(left + swatches + 6)} y=${y + 13}>${name}</text>
    </g>`;
  });
  return [drawn, parts.length === 0 ? 0 : y + LEGEND.row + 8];
}

function drawPanel(
  workers: number,
  rows: readonly Stack[],
  top: number,
  width: number,
  end: number,
): SVGTemplateResult {
  const scale = scaleLinear([0, end], [0, width]);
  const x = (value: number): number => rounded(scale(value));
  const first = top + HEAD;
  const last = first + rows.length * ROW;
  return svg`
    <text class="chart-head" x="0" y=${top + 15}>${workersName(workers)}</text>
    ${ticksOf(scale, width).map(
      (value) => svg`
        <line class="chart-grid" x1=${x(value)} x2=${x(value)} y1=${first} y2=${last + 4}></line>
        <text class="chart-tick" x=${x(value)} y=${last + 17}
          text-anchor=${value === 0 ? "start" : "middle"}>${tick(value)}</text>`,
    )}
    <line class="chart-axis" x1="0" x2=${width} y1=${last} y2=${last}></line>
    ${rows.map((row, index) => drawStack(row, first + index * ROW, x, width))}
  `;
}

function drawStack(row: Stack, top: number, x: (ms: number) => number, end: number): SVGTemplateResult {
  const { model, title, ms, medianMs, isTraced } = row;
  let endMs = 0;
  const blocks = PARTS.map(({ part }) => {
    const startMs = endMs;
    endMs += ms[part];
    if (ms[part] <= 0) return nothing;
    const left = x(startMs);
    const width = rounded(x(endMs) - left);
    return block(part, model, { x: left, y: top + BAR.top, width, height: BAR.height });
  });
  return svg`<g data-model=${model}>
    <text class="chart-label" x="0" y=${top + 13}>${title}</text>
    ${blocks}
    <text class="chart-value" x=${end} y=${top + 13} text-anchor="end">${milliseconds(endMs)} ms${
      isTraced ? svg`<tspan class="chart-small"> · median ${milliseconds(medianMs)} ms</tspan>` : nothing
    }</text>
  </g>`;
}

/** Those whose text is inside the chart. */
function ticksOf(scale: ScaleLinear<number, number>, width: number): number[] {
  const room = width - textWidth(tick(scale.domain()[1] ?? 0), 12) / 2;
  return scale.ticks(Math.min(6, width / 90)).filter((value) => scale(value) <= room);
}

function tick(ms: number): string {
  if (ms === 0) return "0";
  return `${Number.isInteger(ms) ? count(ms) : milliseconds(ms)} ms`;
}
