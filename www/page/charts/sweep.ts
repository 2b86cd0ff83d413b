import { scaleLog } from "d3-scale";
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit/html.js";
import type { Sweep, SweepPoint } from "../../generated/types";
import { count, duration, interval, milliseconds, times } from "../format";
import { canvas, rounded, type Chart, type Table } from "./chart";
import { chartFigure, type FigureAbout } from "./frame";
import { drawStrip, stripHeight, type Strip } from "./sweep-strip";
import { textWidth } from "./text";

/** What is drawn while a sweep is measured, and after: the sentence comes at its end. */
export type Measured = Pick<Sweep, "points"> & { sentence?: string };

/** What the switch interval costs and what it buys. */
export function sweepFigure(
  { points, sentence = "" }: Measured,
  about: FigureAbout,
): TemplateResult {
  const title = "The switch interval: what it costs and what it buys";
  const findings = sentence === "" ? [] : [sentence];
  const rest = { title, name: "switch-interval", note: note(findings), findings };
  return chartFigure(sweepChart(points), rest, about);
}

export function sweepChart(points: readonly SweepPoint[]): Chart {
  return { drawing: (width) => draw(points, width), table: table(points) };
}

const LEFT = 58;
const RIGHT = 26;
const HEAD = 18;
const FOOT = 44;
/** Less is left below the last strip, where the axis is. */
const AIR = 14;

/** CPython's own, in milliseconds. */
const DEFAULT = 5;
const TICKS = [0.001, 0.01, 0.1, 1, DEFAULT, 100];

/** The same programs throughout; from many short turns to few long ones. */
const STRIPS: readonly Strip[] = [
  {
    title: "Hand-offs per second",
    kind: "log",
    usual: [1, 10_000],
    estimate: ({ handOffsPerSecond: value }) => ({ value, low: value, high: value }),
    tick: (value) => value.toLocaleString("en"),
  },
  {
    title: "Cost: time of threads that compute, against running in turn",
    kind: "linear",
    usual: [1, 2],
    estimate: ({ cost }) => cost,
    tick: (value) => `${value}×`,
  },
  {
    title: "Latency: how long a thread that waited for I/O then waits for the lock",
    kind: "log",
    usual: [0.01, 100],
    estimate: ({ latencyMs }) => latencyMs,
    tick: duration,
  },
];

function note(findings: readonly string[]): TemplateResult {
  return html`
    ${findings.map((finding) => html`<p class="figure-finding">${finding}</p>`)}
    <p>
      Bands: for the cost a 95 % interval, for the latency where 95 % of all waits lie. All scales but
      that of the cost are logarithmic. The dashed line is CPython's default.
    </p>
  `;
}

function table(points: readonly SweepPoint[]): Table {
  return {
    columns: [
      "Switch interval",
      "Hand-offs per second",
      "Cost",
      "95 % interval",
      "Latency, ms",
      "95 % of waits, ms",
    ],
    rows: points.map(({ intervalMs, handOffsPerSecond, cost, latencyMs }) => [
      duration(intervalMs),
      count(handOffsPerSecond),
      times(cost.value),
      interval(cost.low, cost.high),
      milliseconds(latencyMs.value),
      `${milliseconds(latencyMs.low)} – ${milliseconds(latencyMs.high)}`,
    ]),
  };
}

function draw(points: readonly SweepPoint[], width: number): TemplateResult {
  const intervals = points.map(({ intervalMs }) => intervalMs);
  const domain = [Math.min(0.001, ...intervals), Math.max(100, ...intervals)];
  const scale = scaleLog(domain, [LEFT, width - RIGHT]);
  const x = (ms: number): number => rounded(scale(ms));
  let bottom = HEAD;
  const strips = STRIPS.map((strip) => {
    const place = { top: bottom, left: LEFT, right: width - RIGHT, x };
    bottom += stripHeight(strip, place);
    return drawStrip(strip, points, place);
  });
  bottom -= AIR;
  const label =
    "Line charts of hand-offs, cost and latency against the switch interval; their table has the numbers";
  const content = svg`<g data-model="gil">
    <line class="chart-n" x1=${x(DEFAULT)} x2=${x(DEFAULT)} y1="6" y2=${bottom + 4}></line>
    <text class="chart-small" x=${x(DEFAULT) - 6} y="12" text-anchor="end">CPython's default</text>
    ${strips}
    ${ticksOf(x).map((ms) => drawTick(ms, x(ms), bottom))}
    <text class="chart-tick" x=${(LEFT + width - RIGHT) / 2} y=${bottom + 38}
      text-anchor="middle">switch interval</text>
  </g>`;
  return canvas({ width, height: bottom + FOOT }, label, content);
}

/** Where there is room beside the default. */
function ticksOf(x: (ms: number) => number): number[] {
  const room = textWidth(duration(DEFAULT), 13) + 12;
  return TICKS.filter((ms) => ms === DEFAULT || Math.abs(x(ms) - x(DEFAULT)) >= room);
}

function drawTick(ms: number, x: number, bottom: number): SVGTemplateResult {
  return svg`
    <line class="chart-axis" x1=${x} x2=${x} y1=${bottom} y2=${bottom + 4}></line>
    <text class=${ms === DEFAULT ? "chart-tick chart-tick-n" : "chart-tick"}
      x=${x} y=${bottom + 18} text-anchor="middle">${duration(ms)}</text>`;
}
