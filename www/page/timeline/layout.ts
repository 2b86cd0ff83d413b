import type { TimeUse } from "../../generated/types";
import { fitted, textWidth, wrapped } from "../charts/text";
import type { Text } from "./drawing";
import { factsOf, shareOf, USED_NAMES, usedStates, type Used } from "./facts";
import { legend, type Legend } from "./legend";
import type { Panel } from "./panels";
import { pointerHeight } from "./pointer";
import { label, SMALL, soft, TITLE } from "./texts";
import { nameOf } from "./threads";

/** What there is to draw on. */
export interface Size {
  readonly width: number;
  /** How wide merged columns are: whole pixels of the device, or seams would show between them. */
  readonly column: number;
}

/** Where everything is. It depends on the traces and the width, never on what is seen of them. */
export interface Layout extends Size {
  readonly panels: readonly PanelPlace[];
  /** The sides of the lanes. */
  readonly left: number;
  readonly right: number;
  /** Of the axis. */
  readonly bottom: number;
  readonly texts: readonly Text[];
  readonly legend: Legend;
}

export interface PanelPlace {
  readonly panel: Panel;
  readonly lanes: readonly { readonly top: number; readonly height: number }[];
  /** Of the sentence that points into it, if one does. */
  readonly pointerTop: number;
}

/** Narrower than this, labels do not fit beside their lanes. */
const COMPACT = 560;
const VALUE_WIDTH = 62;
const ROW = 16;
const AXIS = 30;
const PANEL_GAP = 12;
/** How much wider bold text is. */
const BOLD = 1.08;

export function layoutOf(panels: readonly Panel[], { width, column }: Size): Layout {
  const isCompact = width < COMPACT;
  const used = usedStates(panels);
  const isOfThreads = panels.some(({ threads }) => threads !== undefined);
  const left = Math.ceil(besideLanes(panels, width, isCompact) / column) * column;
  const right = isCompact ? width : width - VALUE_WIDTH * used.length;
  const lanes = panels.reduce((sum, { trace }) => sum + trace.lanes.length, 0);
  const height = laneHeight(lanes);
  const texts: Text[] = [];
  const places: PanelPlace[] = [];

  let top = 0;
  if (!isCompact) {
    used.forEach((state, index) =>
      texts.push(soft(right + (index + 1) * VALUE_WIDTH, 12, USED_NAMES[state], "end")),
    );
  }
  for (const panel of panels) {
    // Above the first one's values are their titles.
    top = head(panel, top, top === 0 ? right : width, texts);
    if (isCompact && !isOfThreads) top = valueRows(panel, used, top, width, texts);
    const boxes = panel.trace.lanes.map(({ worker, timeUse }, row) => {
      if (isCompact && isOfThreads) top = nameRow(panel, row, used, top, width, texts);
      const middle = top + height / 2 + 4;
      if (!isOfThreads) {
        texts.push(label(0, middle, isCompact ? `${worker}` : `worker ${worker}`, "start"));
      } else if (!isCompact) {
        const indent = indentOf(panel, row);
        const name = fitted(nameOf(panel, row), left - indent - 8, SMALL);
        texts.push(label(indent, middle, name, "start"));
      }
      if (!isCompact) {
        valuesOf(panel, timeUse, used).forEach((value, index) =>
          texts.push(label(right + (index + 1) * VALUE_WIDTH, middle, value, "end")),
        );
      }
      const box = { top, height };
      top += height + Math.max(2, Math.round(height / 5));
      return box;
    });
    places.push({ panel, lanes: boxes, pointerTop: top });
    top += pointerHeight(panel, right - left);
    if (panel.left !== undefined) {
      texts.push(soft(left, top + 12, fitted(panel.left, width - left, SMALL), "start"));
      top += 18;
    }
    top += PANEL_GAP;
  }
  const bottom = top - PANEL_GAP + 4;
  const key = legend(panels, width, bottom + AXIS);
  return { width, column, panels: places, left, right, bottom, texts, legend: key };
}

const NAMES_AT_MOST = 190;
/** Or as this part of the width, if that is more. */
const NAMES_PART = 0.2;
const INDENT = 12;

/** Room for the names of the lanes. */
function besideLanes(panels: readonly Panel[], width: number, isCompact: boolean): number {
  const names = panels.flatMap((panel) =>
    (panel.threads ?? []).map(({ name }, index) => indentOf(panel, index) + textWidth(name, SMALL)),
  );
  if (names.length === 0) return isCompact ? 20 : 70;
  return isCompact ? 0 : Math.min(Math.max(NAMES_AT_MOST, NAMES_PART * width), Math.max(...names) + 12);
}

function indentOf({ threads }: Panel, index: number): number {
  return INDENT * Math.min(4, threads?.[index]?.depth ?? 0);
}

/** Where there is no room beside a lane: its name and its values above it. */
function nameRow(
  panel: Panel,
  index: number,
  used: readonly Used[],
  top: number,
  width: number,
  texts: Text[],
): number {
  const lane = panel.trace.lanes[index];
  const words = lane === undefined ? "" : wordsOf(panel, lane.timeUse, used.slice(0, 2));
  const indent = indentOf(panel, index);
  const room = width - indent - textWidth(words, SMALL) - 8;
  texts.push(label(indent, top + 11, fitted(nameOf(panel, index), room, SMALL), "start"));
  texts.push(soft(width, top + 11, words, "end"));
  return top + ROW;
}

/** The title, with the facts beside it or below it. */
function head(panel: Panel, top: number, width: number, texts: Text[]): number {
  const facts = factsOf(panel);
  const beside = textWidth(panel.title, TITLE) * BOLD + 8;
  texts.push({ kind: "title", x: 0, y: top + 13, anchor: "start", text: panel.title });
  if (beside + textWidth(facts, SMALL) <= width) {
    texts.push(soft(beside, top + 13, facts, "start"));
    return top + 20;
  }
  const lines = wrapped(facts, width, SMALL);
  lines.forEach((line, index) => texts.push(soft(0, top + 29 + 16 * index, line, "start")));
  return top + 20 + 16 * lines.length;
}

/** Where there is no room beside the lanes: a row for each worker above them. */
function valueRows(
  panel: Panel,
  used: readonly Used[],
  top: number,
  width: number,
  texts: Text[],
): number {
  const { lanes } = panel.trace;
  lanes.forEach(({ worker, timeUse }, row) => {
    texts.push(soft(0, top + 11 + row * ROW, `worker ${worker}`, "start"));
    texts.push(soft(width, top + 11 + row * ROW, wordsOf(panel, timeUse, used), "end"));
  });
  return top + lanes.length * ROW + 2;
}

function wordsOf({ trace }: Panel, timeUse: TimeUse, used: readonly Used[]): string {
  const words = used.flatMap((state) => {
    const value = shareOf(state, timeUse, trace.durationMs);
    return value === "–" ? [] : [`${USED_NAMES[state]} ${value}`];
  });
  return words.join(" · ");
}

function valuesOf({ trace }: Panel, timeUse: TimeUse, used: readonly Used[]): string[] {
  return used.map((state) => shareOf(state, timeUse, trace.durationMs));
}

/** The more lanes, the lower, as long as their labels do not touch. */
function laneHeight(lanes: number): number {
  if (lanes <= 4) return 28;
  if (lanes <= 12) return 20;
  return lanes <= 24 ? 14 : 10;
}
