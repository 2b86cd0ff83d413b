import { scaleLinear, scaleLog } from "d3-scale";
import { area, line } from "d3-shape";
import { nothing, svg, type SVGTemplateResult } from "lit/html.js";
import type { Estimate, SweepPoint } from "../../generated/types";
import { rounded } from "./chart";
import { wrapped } from "./text";

/** One quantity against the switch interval. */
export interface Strip {
  title: string;
  kind: "log" | "linear";
  /** The least that the axis covers. */
  usual: readonly [number, number];
  estimate: (point: SweepPoint) => Estimate;
  tick: (value: number) => string;
}

export interface Place {
  top: number;
  left: number;
  right: number;
  x: (intervalMs: number) => number;
}

const PLOT = 112;
const LINE = 17;
const GAP = 22;

export function stripHeight(strip: Strip, place: Place): number {
  return headHeight(strip, place) + PLOT + GAP;
}

export function drawStrip(
  strip: Strip,
  points: readonly SweepPoint[],
  place: Place,
): SVGTemplateResult {
  const { top, left, right, x } = place;
  const bottom = top + headHeight(strip, place) + PLOT;
  const drawn = points.map((point) => ({ intervalMs: point.intervalMs, ...strip.estimate(point) }));
  const axis = axisOf(strip, drawn, [bottom, bottom - PLOT]);
  const y = (value: number): number => rounded(axis.y(value));
  const through = line<Drawn>(
    ({ intervalMs }) => x(intervalMs),
    ({ value }) => y(value),
  );
  const band = area<Drawn>(
    ({ intervalMs }) => x(intervalMs),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  return svg`
    ${axis.ticks.map(
      (value) => svg`
        <line class=${strip.kind === "linear" && value === 1 ? "chart-one" : "chart-grid"}
          x1=${left} x2=${right} y1=${y(value)} y2=${y(value)}></line>
        <text class="chart-tick" x=${left - 8} y=${y(value) + 4} text-anchor="end">${strip.tick(value)}</text>`,
    )}
    ${titleLines(strip, place).map(
      (text, index) =>
        svg`<text class="chart-label" x="0" y=${top + LINE * index + 13}>${text}</text>`,
    )}
    <path class="chart-band" d=${band(drawn) ?? ""}></path>
    <path class="chart-line" d=${through(drawn) ?? ""}></path>
    ${drawn.map(
      ({ intervalMs, value, low, high }) => svg`
        ${
          low === high
            ? nothing
            : svg`<line class="chart-interval"
                x1=${x(intervalMs)} x2=${x(intervalMs)} y1=${y(low)} y2=${y(high)}></line>`
        }
        <circle class=${value < axis.least ? "chart-point chart-point-none" : "chart-point"}
          cx=${x(intervalMs)} cy=${y(value)} r="3.5"></circle>`,
    )}
  `;
}

function titleLines({ title }: Strip, { right }: Place): string[] {
  return wrapped(title, right, 13);
}

function headHeight(strip: Strip, place: Place): number {
  return LINE * titleLines(strip, place).length + 12;
}

type Drawn = Estimate & { intervalMs: number };

interface Axis {
  y: (value: number) => number;
  ticks: readonly number[];
  /** What is less, zero for one, is drawn there, hollow. */
  least: number;
}

function axisOf(
  { kind, usual }: Strip,
  drawn: readonly Drawn[],
  range: readonly [bottom: number, top: number],
): Axis {
  const known = [...usual, ...drawn.flatMap(({ value, low, high }) => [value, low, high])];
  if (kind === "linear") {
    const scale = scaleLinear([Math.min(...known), Math.max(...known)], range);
    const apart = (value: number): boolean => Math.abs(scale(value) - scale(1)) >= LINE;
    const ticks = [1, ...scale.ticks(3).filter(apart)];
    return { y: scale, ticks, least: Number.NEGATIVE_INFINITY };
  }
  const least = 10 ** Math.floor(Math.log10(Math.min(...known.filter((value) => value > 0))));
  const decades = Math.ceil(Math.log10(Math.max(...known) / least) - 1e-9);
  const scale = scaleLog([least, least * 10 ** decades], range);
  const step = Math.ceil(decades / 6);
  const count = Math.floor(decades / step) + 1;
  const ticks = Array.from({ length: count }, (_, index) => least * 10 ** (index * step));
  return { y: (value) => scale(Math.max(value, least)), ticks, least };
}
