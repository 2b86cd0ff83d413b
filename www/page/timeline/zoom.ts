import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { spanOf, type Limits, type View } from "./view";

/** Where the time axis is on the element, and what of it may be seen. */
export interface Range {
  readonly left: number;
  readonly right: number;
  readonly limits: Limits;
}

export interface Zoom {
  /** Takes over what was changed otherwise. */
  show: (view: View, range: Range) => void;
}

/** Wheel, drag and pinch on an element, told as views. */
export function zoomOf(element: HTMLElement, onView: (view: View) => void): Zoom {
  let range: Range = { left: 0, right: 1, limits: { durationMs: 1, shortestMs: 1 } };
  const behaviour = zoom<HTMLElement, unknown>()
    .duration(0)
    .extent(() => extentOf(range))
    .filter((event: Event) => isMeant(event, element))
    .on("zoom", ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent !== null) onView(viewOf(transform, range));
    });
  const selected = select<HTMLElement, unknown>(element).call(behaviour);
  leaveScrolling(element);
  return {
    show: (view, next) => {
      range = next;
      const { durationMs, shortestMs } = range.limits;
      behaviour.translateExtent(extentOf(range)).scaleExtent([1, durationMs / shortestMs]);
      behaviour.transform(selected, transformOf(view, range));
    },
  };
}

function extentOf({ left, right }: Range): [[number, number], [number, number]] {
  return [
    [left, 0],
    [right, 1],
  ];
}

/** A wheel scrolls the page, unless the timeline was chosen before or a key says otherwise. */
function isMeant(event: Event, element: HTMLElement): boolean {
  if (event instanceof WheelEvent) {
    return event.ctrlKey || event.metaKey || document.activeElement === element;
  }
  return !(event instanceof MouseEvent) || event.button === 0;
}

/**
 * A finger that goes up or down scrolls the page, which the zoom would prevent: it does not get to
 * know of it. Two fingers are its own.
 */
function leaveScrolling(element: HTMLElement): void {
  let start: Touch | null = null;
  let scrolls = false;
  const capture = { capture: true, passive: true };
  element.parentElement?.addEventListener(
    "touchstart",
    ({ touches }) => {
      start = touches.length === 1 ? (touches[0] ?? null) : null;
      scrolls = false;
    },
    capture,
  );
  element.parentElement?.addEventListener(
    "touchmove",
    (event) => {
      const [touch] = event.touches;
      if (start !== null && touch !== undefined) {
        const across = Math.abs(touch.clientX - start.clientX);
        scrolls = Math.abs(touch.clientY - start.clientY) > across;
        start = null;
      }
      if (scrolls) event.stopPropagation();
    },
    capture,
  );
}

function viewOf({ k, x }: ZoomTransform, { left, right, limits }: Range): View {
  const msPerPixel = limits.durationMs / (right - left) / k;
  const startMs = (left - x - left * k) * msPerPixel;
  return { startMs, endMs: startMs + (right - left) * msPerPixel };
}

function transformOf(view: View, { left, right, limits }: Range): ZoomTransform {
  const k = limits.durationMs / spanOf(view);
  const pixelsPerMs = ((right - left) * k) / limits.durationMs;
  return zoomIdentity.translate(left - left * k - view.startMs * pixelsPerMs, 0).scale(k);
}
