import type { Model } from "../../generated/types";
import { textWidth, wrapped } from "../charts/text";
import type { Text } from "./drawing";
import { factsOf, USED, usedStates } from "./facts";
import type { Panel } from "./panels";

/** What there is to draw on. */
export interface Size {
  readonly width: number;
  /** How wide merged columns are: whole pixels of the device, or seams would show between them. */
  readonly column: number;
}

/** Where everything is. It depends on the traces and the width, never on what is seen of them. */
export interface Layout {
  readonly left: number;
  readonly right: number;
  readonly panels: readonly PanelPlace[];
  /** Of the axis. */
  readonly bottom: number;
  readonly texts: readonly Text[];
}

export interface PanelPlace {
  readonly model: Model;
  readonly top: number;
  readonly lanes: readonly { readonly top: number; readonly height: number }[];
}

export const TITLE = 13;
export const SMALL = 12;

/** Narrower than this, labels are above their lanes. */
const COMPACT = 560;
const VALUE_WIDTH = 62;
const PANEL_GAP = 12;
/** How much wider bold text is. */
const BOLD = 1.12;

export function layoutOf(panels: readonly Panel[], { width, column }: Size): Layout {
  const isCompact = width < COMPACT;
  const used = usedStates(panels);
  const left = isCompact ? 0 : Math.ceil(70 / column) * column;
  const right = isCompact ? width : width - VALUE_WIDTH * used.length;
  const lanes = panels.reduce((sum, { trace }) => sum + trace.lanes.length, 0);
  const height = laneHeight(lanes);
  const texts: Text[] = [];
  const places: PanelPlace[] = [];

  let top = 0;
  if (!isCompact) {
    used.forEach((state, index) =>
      texts.push(soft(right + (index + 1) * VALUE_WIDTH, 12, USED[state].title, "end")),
    );
  }
  for (const panel of panels) {
    const start = top;
    // Above the first one's values are their titles.
    top = head(panel, top, top === 0 ? right : width, texts);
    const boxes = panel.trace.lanes.map(({ worker, timeUse }) => {
      const values = used.map((state) => USED[state].value(timeUse, panel.trace.durationMs));
      if (isCompact) {
        const words = used.flatMap((state, index) =>
          values[index] === "–" ? [] : [`${USED[state].title} ${values[index]}`],
        );
        texts.push(soft(0, top + 11, `worker ${worker}`, "start"));
        texts.push(soft(width, top + 11, words.join(" · "), "end"));
        top += 15;
      } else {
        const middle = top + height / 2 + 4;
        texts.push(label(0, middle, `worker ${worker}`, "start"));
        values.forEach((value, index) =>
          texts.push(label(right + (index + 1) * VALUE_WIDTH, middle, value, "end")),
        );
      }
      const box = { top, height };
      top += height + Math.max(2, Math.round(height / 5));
      return box;
    });
    places.push({ model: panel.model, top: start, lanes: boxes });
    top += PANEL_GAP;
  }
  return { left, right, panels: places, bottom: top - PANEL_GAP + 4, texts };
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

/** The more lanes, the lower, as long as their labels do not touch. */
function laneHeight(lanes: number): number {
  if (lanes <= 4) return 28;
  if (lanes <= 12) return 20;
  return lanes <= 24 ? 14 : 10;
}

export function soft(x: number, y: number, text: string, anchor: Text["anchor"]): Text {
  return { kind: "soft", x, y, anchor, text };
}

export function label(x: number, y: number, text: string, anchor: Text["anchor"]): Text {
  return { kind: "label", x, y, anchor, text };
}
