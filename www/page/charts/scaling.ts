import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import type { ModelInfo, Report } from "../../generated/types";
import { interval, times } from "../format";
import { canvas, rounded, type Chart, type Table } from "./chart";
import { chartFigure, type FigureAbout } from "./frame";
import { spread } from "./labels";
import { scalingLines, type Line } from "./scaling-lines";
import { textWidth, wrapped } from "./text";

/** Speedup against workers; a hint how to get it where there is one number of workers only. */
export function scalingFigure(
  report: Report,
  models: readonly ModelInfo[],
  about: FigureAbout,
): TemplateResult | typeof nothing {
  const lines = scalingLines(report, models);
  if (lines.length === 0) return nothing;
  if (report.plan.workers.length < 2) {
    return html`<p class="note">
      Choose several numbers of workers to see how the speedups grow with them.
    </p>`;
  }
  const chart = scalingChart(lines, report.environment.cores);
  const findings = lines.flatMap(({ sentence }) => (sentence === null ? [] : [sentence]));
  const title = "Speedup against the number of workers";
  const rest = { title, name: "scaling", note: note(lines), findings };
  return chartFigure(chart, rest, about);
}

/** The device's cores are marked, where the lines go beyond them. */
export function scalingChart(lines: readonly Line[], cores: number): Chart {
  return { drawing: (width) => draw(lines, cores, width), table: table(lines) };
}

const PLOT = { top: 14, height: 250, left: 40, foot: 44 };
/** Narrower ones break their labels. */
const NARROW = 520;
const DODGE = 4;
const LABEL = { size: 13, row: 16, gap: 14 };

function note(lines: readonly Line[]): TemplateResult {
  const isFitted = lines.some(({ curve }) => curve.length > 0);
  return html`
    <p>
      The dashed line is every worker fully used. Bands and whiskers are 95 % intervals.
      ${isFitted ? "Dotted: the law that fits the points." : nothing}
    </p>
    <ul class="figure-sentences">
      ${lines.map(({ model, sentence }) =>
        sentence === null
          ? nothing
          : html`<li data-model=${model}><span class="swatch"></span>${sentence}</li>`,
      )}
    </ul>
  `;
}

function table(lines: readonly Line[]): Table {
  const isFitted = lines.some(({ curve }) => curve.length > 0);
  return {
    columns: ["Model", "Workers", "Speedup", "95 % interval", ...(isFitted ? ["Fitted law"] : [])],
    rows: lines.flatMap(({ title, points, curve }) =>
      points.map(({ workers, speedup: { value, low, high } }) => {
        const fitted = curve[workers - 1];
        return [
          title,
          String(workers),
          times(value),
          interval(low, high),
          ...(isFitted ? [fitted === undefined ? "–" : times(fitted)] : []),
        ];
      }),
    ),
  };
}

interface Scales {
  x: (workers: number) => number;
  y: (speedup: number) => number;
  most: number;
  highest: number;
  /** Where the plot ends and the labels begin. */
  right: number;
}

function draw(lines: readonly Line[], cores: number, width: number): TemplateResult {
  const labels = lines.map(({ title }) => labelLines(title, width));
  const room = Math.max(...labels.flat().map((text) => textWidth(text, LABEL.size)));
  const right = width - room - LABEL.gap - 8;
  const most = Math.max(2, ...lines.flatMap(({ points }) => points.map(({ workers }) => workers)));
  const highest = 1.12 * Math.max(1.5, ...lines.flatMap(values));
  const xScale = scaleLinear([1, most], [PLOT.left + 6, right]);
  const yScale = scaleLinear([0, highest], [PLOT.top + PLOT.height, PLOT.top]);
  const scales: Scales = {
    x: (workers) => rounded(xScale(workers)),
    y: (speedup) => rounded(yScale(speedup)),
    most,
    highest,
    right,
  };
  const height = PLOT.top + PLOT.height + PLOT.foot;
  const label =
    "Line chart of the speedups against the number of workers; its table has the numbers";
  const content = svg`
    ${drawAxes(scales, yScale.ticks(5), integerTicks(most, (right - PLOT.left) / 40))}
    ${drawCores(cores, scales)} ${drawIdeal(scales)}
    ${lines.map((each) => drawFit(each, scales))}
    ${lines.map((each, index) => drawBand(each, dodged(scales, index, lines.length)))}
    ${lines.map((each, index) => drawLine(each, dodged(scales, index, lines.length)))}
    ${drawLabels(lines, labels, scales)}`;
  return canvas({ width, height }, label, content);
}

/** A little to the side, so that intervals at the same number of workers do not cover each other. */
function dodged(scales: Scales, index: number, count: number): Scales {
  const offset = DODGE * (index - (count - 1) / 2);
  return { ...scales, x: (workers) => rounded(scales.x(workers) + offset) };
}

function values({ points, curve }: Line): number[] {
  return [...points.flatMap(({ speedup }) => [speedup.value, speedup.high]), ...curve];
}

function labelLines(title: string, width: number): string[] {
  return width < NARROW ? wrapped(title, 100, LABEL.size) : [title];
}

/** Whole numbers from 1 to `most`, no more than `room` of them. */
export function integerTicks(most: number, room: number): number[] {
  const step = [1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64].find((each) => most / each <= room) ?? 100;
  const round = Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
  return [
    ...new Set([1, ...round.filter((tick) => tick === most || most - tick >= step / 2), most]),
  ];
}

function drawAxes(
  { x, y, right, highest }: Scales,
  speedups: readonly number[],
  workers: readonly number[],
): SVGTemplateResult {
  const bottom = PLOT.top + PLOT.height;
  return svg`
    ${speedups.map(
      (value) => svg`
        <line class=${value === 1 ? "chart-one" : "chart-grid"}
          x1=${PLOT.left} x2=${right} y1=${y(value)} y2=${y(value)}></line>
        <text class="chart-tick" x=${PLOT.left - 6} y=${y(value) + 4} text-anchor="end"
          >${value === 0 ? "0" : `${value}×`}</text>`,
    )}
    ${
      speedups.includes(1) || highest < 1
        ? nothing
        : svg`<line class="chart-one" x1=${PLOT.left} x2=${right} y1=${y(1)} y2=${y(1)}></line>`
    }
    ${workers.map(
      (value) => svg`
        <line class="chart-axis" x1=${x(value)} x2=${x(value)} y1=${bottom} y2=${bottom + 4}></line>
        <text class="chart-tick" x=${x(value)} y=${bottom + 18} text-anchor="middle">${value}</text>`,
    )}
    <text class="chart-tick" x=${(PLOT.left + right) / 2} y=${bottom + 36} text-anchor="middle">workers</text>
  `;
}

function drawCores(cores: number, { x, most }: Scales): SVGTemplateResult | typeof nothing {
  if (cores <= 1 || cores >= most) return nothing;
  const bottom = PLOT.top + PLOT.height;
  return svg`
    <line class="chart-cores" x1=${x(cores)} x2=${x(cores)} y1=${PLOT.top} y2=${bottom}></line>
    <text class="chart-small" x=${x(cores) + 5} y=${bottom - 6}>${cores} cores</text>`;
}

/** Up to where it leaves the plot; its name is on the side that the other lines cannot reach. */
function drawIdeal({ x, y, most, highest }: Scales): SVGTemplateResult {
  const end = Math.min(most, highest);
  const [textX, anchor] = most > highest ? [x(end) + 8, "start"] : [x(end) - 10, "end"];
  return svg`
    <line class="chart-n" x1=${x(1)} x2=${x(end)} y1=${y(1)} y2=${y(end)}></line>
    <text class="chart-small" x=${textX} y=${y(end) + 4} text-anchor=${anchor}>ideal</text>`;
}

function drawBand({ model, points }: Line, { x, y }: Scales): SVGTemplateResult {
  const path = area<Line["points"][number]>(
    ({ workers }) => x(workers),
    ({ speedup }) => y(speedup.low),
    ({ speedup }) => y(speedup.high),
  );
  return svg`<path class="chart-band" data-model=${model} d=${path([...points]) ?? ""}></path>`;
}

function drawFit({ model, curve }: Line, { x, y }: Scales): SVGTemplateResult | typeof nothing {
  if (curve.length === 0) return nothing;
  const path = line<number>((_, index) => x(index + 1), y);
  return svg`<path class="chart-fit" data-model=${model} d=${path([...curve]) ?? ""}></path>`;
}

function drawLine({ model, points }: Line, { x, y }: Scales): SVGTemplateResult {
  const path = line<Line["points"][number]>(
    ({ workers }) => x(workers),
    ({ speedup }) => y(speedup.value),
  );
  return svg`<g data-model=${model}>
    <path class="chart-line" d=${path([...points]) ?? ""}></path>
    ${points.map(
      ({ workers, speedup }) => svg`
        <line class="chart-interval"
          x1=${x(workers)} x2=${x(workers)} y1=${y(speedup.low)} y2=${y(speedup.high)}></line>
        <circle class="chart-point" cx=${x(workers)} cy=${y(speedup.value)} r="3.5"></circle>`,
    )}
  </g>`;
}

/** At the ends of the lines, moved apart, with a leader back to the line. */
function drawLabels(
  lines: readonly Line[],
  labels: readonly (readonly string[])[],
  scales: Scales,
): SVGTemplateResult[] {
  const { y, right } = scales;
  const ends = lines.map(({ points }) => points.at(-1));
  const wishes = ends.map((end, index) => {
    const height = LABEL.row * (labels[index]?.length ?? 1);
    return { top: y(end?.speedup.value ?? 0) - height / 2, height };
  });
  const tops = spread(wishes, 0, PLOT.top + PLOT.height + LABEL.row);
  return lines.map(({ model }, index) => {
    const [end, top, texts] = [ends[index], tops[index] ?? 0, labels[index] ?? []];
    if (end === undefined) return svg``;
    const middle = rounded(top + (LABEL.row * texts.length) / 2);
    const left = right + LABEL.gap;
    const { x } = dodged(scales, index, lines.length);
    return svg`<g data-model=${model}>
      <path class="chart-tie" d=${`M${x(end.workers) + 4},${y(end.speedup.value)}L${left - 3},${middle}`}></path>
      ${texts.map(
        (text, row) =>
          svg`<text class="chart-label" x=${left} y=${rounded(top + LABEL.row * row + 12.5)}>${text}</text>`,
      )}
    </g>`;
  });
}
