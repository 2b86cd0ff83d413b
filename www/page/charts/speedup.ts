import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import { clipped, interval as intervalText, times, workersName } from "../format";
import { TOO_SHORT, type Bar } from "./bars";
import { canvas, mostFirst, rounded, type Chart, type Table } from "./chart";
import { chartFigure, type FigureAbout } from "./frame";
import { MARK_RADIUS, markText, placeMarks, type PlacedMark } from "./marks";
import { fitted, textWidth } from "./text";

/** Speedups, a bar per model and number of workers. */
export function speedupFigure(bars: readonly Bar[], about: FigureAbout): TemplateResult {
  const title = "Speedup: how many times as fast as the same work in turn";
  const sources = sourcesOf(bars);
  const findings = [...sources].map(([source, label]) => `${label}: ${source}`);
  return chartFigure(
    speedupChart(bars),
    { title, name: "speedup", note: note(sources), findings },
    about,
  );
}

export function speedupChart(bars: readonly Bar[]): Chart {
  return { drawing: (width) => draw(bars, width), table: table(bars) };
}

/** Heights in pixels. */
const HEAD = 26;
const ROW = 40;
const FOOT = 30;
/** A mark, between the title of a bar and the bar. */
const LINE = 16;
const BAR = { top: 18, height: 12 };
const DOTS = BAR.height + 4.5;
/** Room for the number at the right end of a title. Beside the bar it would stand where the whisker ends. */
const VALUE = 56;

/** Room to the right of the longest bar, for the number under the axis. */
const HEADROOM = 1.06;

/** Labels by what they stand for, each once. */
function sourcesOf(bars: readonly Bar[]): Map<string, string> {
  return new Map(bars.flatMap(({ marks }) => marks.map((mark) => [mark.title, mark.label])));
}

function note(sources: ReadonlyMap<string, string>): TemplateResult {
  return html`
    <p>
      The solid line at 1× is no change, the dashed one every worker fully used. Each dot is one
      run, hollow if it is far from the others; each whisker is a 95 % interval. What starting the
      workers takes is left out here; <i>The numbers</i> have the speedup with it, too.
      ${sources.size === 0 ? nothing : "Diamonds mark what others measured:"}
    </p>
    ${
      sources.size === 0
        ? nothing
        : html`<ul>
            ${[...sources].map(([title, label]) => html`<li><b>${label}</b>: ${title}</li>`)}
          </ul>`
    }
  `;
}

function table(bars: readonly Bar[]): Table {
  const hasSummary = bars.some(({ summary }) => summary !== null);
  return {
    columns: [
      "Model",
      "Workers",
      "Speedup",
      "95 % interval",
      "Each run",
      "Measured by others",
      ...(hasSummary ? ["Summary"] : []),
    ],
    rows: bars.map(({ title, workers, speedup, isShort, interval, samples, marks, summary }) => [
      title,
      String(workers),
      speedup === null ? (isShort ? TOO_SHORT : "–") : times(speedup),
      interval === null ? "–" : intervalText(interval.low, interval.high),
      samples.map((dot) => times(dot.speedup) + (dot.outlier ? " (far off)" : "")).join(", ") ||
        "–",
      marks.map(markText).join(", ") || "–",
      ...(hasSummary ? [summary ?? "–"] : []),
    ]),
  };
}

/** One panel per number of workers, one bar per model, all on one scale. */
function draw(bars: readonly Bar[], width: number): TemplateResult {
  const counts = mostFirst(bars.map(({ workers }) => workers));
  const end = HEADROOM * Math.max(1, ...bars.flatMap(extent));
  // Not d3's: a frame in another page would load all of it for this line.
  const scale: Scale = (speedup) => (speedup / end) * width;
  let top = 0;
  const drawn = counts.map((workers) => {
    const rows = bars
      .filter((bar) => bar.workers === workers)
      .map((bar) => ({ bar, marks: placeMarks(bar.marks, scale, width) }));
    const panel = drawPanel(workers, rows, top, end, width, scale);
    top += HEAD + FOOT + heightOf(rows);
    return panel;
  });
  const label = "Bar chart of the speedups; its table has the numbers";
  return canvas({ width, height: top }, label, drawn);
}

type Scale = (value: number) => number;

/** A bar and what others measured. */
interface Row {
  bar: Bar;
  marks: readonly PlacedMark[];
}

function extent({ workers, speedup, interval, samples, marks }: Bar): number[] {
  const points = [...samples, ...marks].map((point) => point.speedup);
  return [workers, speedup ?? 0, interval?.high ?? 0, ...points];
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((height, { marks }) => height + ROW + LINE * marks.length, 0);
}

function drawPanel(
  workers: number,
  rows: readonly Row[],
  top: number,
  end: number,
  width: number,
  scale: Scale,
): SVGTemplateResult {
  const x = (value: number): number => rounded(scale(value));
  const first = top + HEAD;
  const last = first + heightOf(rows);
  const labels = ticks(workers, end);
  return svg`
    <text class="chart-head" x="0" y=${top + 15}>${workersName(workers)}</text>
    <line class="chart-axis" x1="0" x2=${width} y1=${last} y2=${last}></line>
    ${[...new Set([...labels, 1, workers])].map(
      (value) =>
        svg`<line class=${lineClass(value, workers)}
          x1=${x(value)} x2=${x(value)} y1=${first} y2=${last + 4}></line>`,
    )}
    ${labels.map(
      (value) => svg`<text class=${value === workers ? "chart-tick chart-tick-n" : "chart-tick"}
        x=${x(value)} y=${last + 17} text-anchor=${value === 0 ? "start" : "middle"}
        >${value === 0 ? "0" : `${value}×`}</text>`,
    )}
    ${rows.map((row, index) => drawRow(row, first + heightOf(rows.slice(0, index)), x, width))}
  `;
}

function drawRow({ bar, marks }: Row, top: number, x: Scale, width: number): SVGTemplateResult {
  const { model, title, workers, speedup, isShort, interval, samples, summary } = bar;
  const barTop = top + LINE * marks.length + BAR.top;
  const middle = barTop + BAR.height / 2;
  return svg`<g data-model=${model}>
    <text class="chart-label" x="0" y=${top + 13}>${title}</text>
    ${summary === null ? nothing : summaryText(summary, title, top + 13, width - VALUE)}
    <rect class="chart-track" x="0" y=${barTop} width=${x(model === "sequential" ? 1 : workers)} height=${BAR.height}></rect>
    ${
      isShort
        ? svg`<text class="chart-small" x="8" y=${middle + 4}>${TOO_SHORT}</text>`
        : nothing
    }
    ${
      speedup === null
        ? nothing
        : svg`
          <rect class=${samples.length === 0 ? "chart-bar chart-bar-early" : "chart-bar"}
            x="0" y=${barTop} width=${x(speedup)} height=${BAR.height}></rect>
          ${samples.map(
            (dot) => svg`<circle class=${dot.outlier ? "chart-dot chart-dot-outlier" : "chart-dot"}
              cx=${x(dot.speedup)} cy=${barTop + DOTS} r="1.75"></circle>`,
          )}
          ${interval === null ? nothing : whisker(interval, middle, x)}
          <text class="chart-value" x=${width} y=${top + 13} text-anchor="end">${times(speedup)}</text>`
    }
    ${marks.map((mark) => drawMark(mark, top, barTop))}
  </g>`;
}

/** Behind the title, as much of it as there is room for; the table has all of it. */
function summaryText(summary: string, title: string, y: number, width: number): SVGTemplateResult {
  // Widths are reckoned generously, which leaves a gap behind the title, and room at the end.
  const start = textWidth(title, 13);
  const text = fitted(clipped(summary, 200).replaceAll(/\s+/g, " "), width - start, 10.5);
  return svg`<text class="chart-small" x=${rounded(start)} y=${y}>${text}</text>`;
}

/** It stands on the bar's edge: the numbers of the bar itself are inside and right of it. */
function drawMark(placed: PlacedMark, top: number, barTop: number): SVGTemplateResult {
  const { mark, line, text, anchor } = placed;
  const [x, textX] = [rounded(placed.x), rounded(placed.textX)];
  const middle = top + (line + 1) * LINE + 9;
  const r = MARK_RADIUS;
  return svg`<g class="chart-mark">
    <title>${mark.title}</title>
    <path class="chart-diamond" d=${`M${x},${middle - r}l${r},${r}l${-r},${r}l${-r},${-r}z`}></path>
    <path class="chart-leader" d=${`M${x},${middle + r}V${barTop}`}></path>
    <text x=${textX} y=${middle + 4} text-anchor=${anchor}>${text}</text>
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
  const ten = 10 ** Math.max(0, Math.floor(Math.log10(end)) - 1);
  const step = [1, 2, 5, 10, 20].map((factor) => factor * ten).find((at) => end / at <= 7) ?? end;
  const round = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
  const kept = workers - 1 < room ? [workers] : [1, workers];
  const apart = (tick: number): boolean => kept.every((other) => Math.abs(other - tick) >= room);
  return [...kept, ...round.filter(apart)].toSorted((a, b) => a - b);
}

function lineClass(value: number, workers: number): string {
  if (value === 1) return "chart-one";
  return value === workers ? "chart-n" : "chart-grid";
}
