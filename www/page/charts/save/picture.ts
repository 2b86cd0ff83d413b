import { escaped } from "../../format";
import { wrapped } from "../text";
import type { Drawing } from "./inline";

/** A drawing and what a reader must know who finds the picture alone. */
export interface Parts extends Drawing {
  title: string;
  subtitle: string;
  /** Sentences below the drawing. */
  findings?: readonly string[];
  device: string;
  date: Date | null;
  link: string;
  /** Without its ending. */
  fileName: string;
}

const PADDING = 24;
const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/** The page's light colours: a saved picture mostly ends on white. */
const PAPER = "#fdfcfa";
const INK = "#1c1d1f";
const SOFT = "#5a5d63";

/** A link may hold a whole program; what does not fit stays in the link, where that can be followed. */
const LINK_LINES = 2;

/** The picture as one SVG: title and subtitle above the drawing; device, date and link below. */
export function pictureOf(parts: Parts): Drawing {
  const { title, subtitle, device, date, link } = parts;
  const width = parts.width + 2 * PADDING;
  const day =
    date === null ? "" : new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(date);
  const head = [...lines(title, parts.width, 16, true), ...lines(subtitle, parts.width, 13)];
  const findings = (parts.findings ?? []).flatMap((text) => lines(text, parts.width, 13));
  const foot = lines([device, day].filter((text) => text !== "").join(" · "), parts.width, 12);
  const address = clippedTo(LINK_LINES, lines(link, parts.width, 12));

  const drawingTop = PADDING + heightOf(head) + 16;
  const findingsTop = drawingTop + parts.height + 12;
  const footTop = findingsTop + heightOf(findings) + (findings.length > 0 ? 12 : 4);
  const linkTop = footTop + heightOf(foot);
  const height = linkTop + heightOf(address) + PADDING;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
  viewBox="0 0 ${width} ${height}" font-family="${FONT}">
<rect width="100%" height="100%" fill="${PAPER}"/>
${stacked(head, PADDING)}
<svg x="${PADDING}" y="${drawingTop}" width="${parts.width}" height="${parts.height}"
  overflow="visible">${parts.svg}</svg>
${stacked(findings, findingsTop)}
${stacked(foot, footTop)}
${link === "" ? "" : `<a href="${escaped(link)}">${stacked(address, linkTop)}</a>`}
</svg>`;
  return { svg, width, height };
}

interface Line {
  text: string;
  size: number;
  isTitle: boolean;
}

function lines(text: string, width: number, size: number, isTitle = false): Line[] {
  return wrapped(text, width, size).map((line) => ({ text: line, size, isTitle }));
}

function heightOf(block: readonly Line[]): number {
  return block.reduce((height, { size }) => height + rowHeight(size), 0);
}

function rowHeight(size: number): number {
  return Math.round(size * 1.5);
}

function stacked(block: readonly Line[], top: number): string {
  let bottom = top;
  return block
    .map(({ text, size, isTitle }) => {
      bottom += rowHeight(size);
      const look = isTitle ? `fill="${INK}" font-weight="600"` : `fill="${SOFT}"`;
      return `<text x="${PADDING}" y="${bottom - Math.round(size * 0.4)}" font-size="${size}" ${look}>${escaped(text)}</text>`;
    })
    .join("\n");
}

function clippedTo(count: number, block: readonly Line[]): Line[] {
  const kept = block.slice(0, count);
  const last = kept.at(-1);
  if (last === undefined || block.length <= count) return kept;
  return [...kept.slice(0, -1), { ...last, text: `${last.text.slice(0, -1)}…` }];
}
