import { painter, type Painter } from "./canvas";
import type { Box } from "./drawing";
import { layoutOf, type Layout, type Size } from "./layout";
import { paletteAt } from "./palette";
import { shapes } from "./shapes";
import { holderAt } from "./replay";
import { isSeen, type State } from "./state";
import { clamp, spanOf, type View } from "./view";
import { zoomOf, type Zoom } from "./zoom";

interface Told {
  onView: (view: View) => void;
  /** `lane` is the one of a panel that the pointer is at, if it is at one. */
  onCursor: (ms: number, lane: number | null) => void;
  /** Where the cursor is now has been clicked. */
  onPick: () => void;
  /** The width, the screen or the colours have changed: draw again, before anything is seen. */
  onChange: () => void;
}

/** The canvas: paints a state, and tells what pointers do on it. */
export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #element: HTMLElement;
  readonly #ruler: Element;
  readonly #told: Told;
  readonly #zoom: Zoom;
  readonly #end = new AbortController();
  #paint: Painter | null = null;
  #size: Size = { width: 0, column: 1 };
  #layout: Layout | null = null;
  #painted: State | null = null;

  /** `ruler` is as wide as the canvas is to be, and no higher when that is. */
  constructor(element: HTMLElement, ruler: Element, canvas: HTMLCanvasElement, told: Told) {
    this.#element = element;
    this.#ruler = ruler;
    this.#canvas = canvas;
    this.#told = told;
    this.#zoom = zoomOf(element, told.onView, this.#end.signal);
    this.#listen();
  }

  get width(): number {
    return this.#size.width;
  }

  show(state: State): void {
    const { panels, view, chosen, limits } = state;
    if (this.#size.width === 0) this.#measure(this.#ruler.clientWidth);
    if (this.#size.width === 0) return;
    const painted = this.#painted;
    if (painted?.panels !== panels) this.#layout = null;
    this.#layout ??= layoutOf(panels, this.#size);
    this.#painted = state;
    if (painted?.panels === panels && painted.view === view && painted.chosen === chosen) return;
    const { left, right } = this.#layout;
    this.#zoom.show(view, { left, right, limits });
    this.#painter()?.(shapes(this.#layout, view, chosen));
  }

  /** The cursor as a line over each panel's lanes, if it is seen. */
  cursor(state: State): Pick<Box, "x" | "y" | "height">[] {
    const { view, cursorMs } = state;
    if (this.#layout === null || !isSeen(state, cursorMs)) return [];
    const { left, right, panels } = this.#layout;
    const x = left + ((cursorMs - view.startMs) / spanOf(view)) * (right - left);
    return panels.map(({ lanes }) => {
      const y = lanes[0]?.top ?? 0;
      const last = lanes.at(-1);
      return { x, y: y - 2, height: (last?.top ?? 0) + (last?.height ?? 0) - y + 4 };
    });
  }

  /** Where the lock is while the run is replayed: at the cursor, on the lane that has it. */
  tokens(state: State): Pick<Box, "x" | "y">[] {
    if (!state.replay.isOn) return [];
    return this.cursor(state).flatMap(({ x }, at) => {
      const place = this.#layout?.panels[at];
      const holder = place === undefined ? null : holderAt(place.panel, state.cursorMs);
      const lane = holder === null ? undefined : place?.lanes[holder];
      return lane === undefined ? [] : [{ x, y: lane.top + lane.height / 2 }];
    });
  }

  close(): void {
    this.#end.abort();
  }

  #painter(): Painter | null {
    const context = this.#paint === null ? this.#canvas.getContext("2d") : null;
    if (context !== null) {
      const palette = paletteAt(this.#element);
      this.#paint = painter(this.#canvas, context, palette, devicePixelRatio);
    }
    return this.#paint;
  }

  #listen(): void {
    const { signal } = this.#end;
    const point = (event: MouseEvent): void => this.#point(event);
    this.#element.addEventListener(
      "click",
      (event) => {
        point(event);
        this.#told.onPick();
      },
      { signal },
    );
    this.#element.addEventListener(
      "pointermove",
      (event) => {
        if (event.pointerType !== "touch" && event.buttons === 0) point(event);
      },
      { signal },
    );
    this.#element.addEventListener(
      "pointerdown",
      () => this.#element.focus({ preventScroll: true }),
      { signal },
    );
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => this.#renew(this.#size.width), { signal });
    this.#followSharpness();
    this.#followWidth();
  }

  #point({ clientX, clientY }: MouseEvent): void {
    if (this.#painted === null || this.#layout === null) return;
    const { left, right, panels } = this.#layout;
    const { view } = this.#painted;
    const corner = this.#element.getBoundingClientRect();
    const x = clientX - corner.left;
    const lane = laneAt(panels, clientY - corner.top);
    const part = clamp((x - left) / (right - left), 0, 1);
    this.#told.onCursor(view.startMs + part * spanOf(view), lane);
  }

  /** A window may be moved to another screen, or magnified. */
  #followSharpness(): void {
    const { signal } = this.#end;
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      "change",
      () => {
        this.#renew(this.#size.width);
        this.#followSharpness();
      },
      { once: true, signal },
    );
  }

  #followWidth(): void {
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== this.#size.width) this.#renew(width);
    });
    observer.observe(this.#ruler);
    this.#end.signal.addEventListener("abort", () => observer.disconnect());
  }

  #renew(width: number): void {
    this.#measure(width);
    this.#told.onChange();
  }

  #measure(width: number): void {
    this.#size = { width, column: Math.ceil(devicePixelRatio) / devicePixelRatio };
    this.#layout = null;
    this.#paint = null;
    this.#painted = null;
  }
}

/** The lane at a height, or the one just above it. */
function laneAt(panels: Layout["panels"], y: number): number | null {
  for (const { lanes } of panels) {
    const first = lanes[0];
    const last = lanes.at(-1);
    if (first === undefined || last === undefined) continue;
    if (y >= first.top && y <= last.top + last.height) {
      return Math.max(0, lanes.findLastIndex(({ top }) => top <= y));
    }
  }
  return null;
}
