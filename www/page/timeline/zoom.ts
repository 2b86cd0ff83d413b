import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { panned, spanOf, type Limits, type View } from "./view";

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

/** Wheel, drag and pinch on an element, told as views until the signal. */
export function zoomOf(
  element: HTMLElement,
  onView: (view: View) => void,
  signal: AbortSignal,
): Zoom {
  let range: Range = { left: 0, right: 1, limits: { durationMs: 1, shortestMs: 1 } };
  let shown: View = { startMs: 0, endMs: 1 };
  let isTold = false;
  const tell = (view: View): void => {
    shown = view;
    onView(view);
  };
  const behaviour = zoom<HTMLElement, unknown>()
    .duration(0)
    .extent(() => extentOf(range))
    .filter((event: Event) => isMeant(event, element) && !goesAcross(event) && !goesOn(event))
    .on("zoom", ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (!isTold) tell(viewOf(transform, range));
    });
  /** A wheel that has zoomed out to the whole run goes on scrolling the page. */
  const goesOn = (event: Event): boolean =>
    event instanceof WheelEvent &&
    !event.ctrlKey &&
    event.deltaY > 0 &&
    spanOf(shown) >= range.limits.durationMs * (1 - 1e-9);
  const across = (event: WheelEvent): void => {
    if (!isMeant(event, element) || !goesAcross(event)) return;
    event.preventDefault();
    tell(panned(shown, event.deltaX / (range.right - range.left), range.limits));
  };
  const selected = select<HTMLElement, unknown>(element).call(behaviour);
  element.addEventListener("wheel", across, { passive: false, signal });
  leaveScrolling(element, signal);
  return {
    show: (view, next) => {
      if (view === shown && next.left === range.left && next.right === range.right) return;
      range = next;
      shown = view;
      const { durationMs, shortestMs } = range.limits;
      behaviour.translateExtent(extentOf(range)).scaleExtent([1, durationMs / shortestMs]);
      isTold = true;
      behaviour.transform(selected, transformOf(view, range));
      isTold = false;
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

/** Two fingers sideways on a touchpad. */
function goesAcross(event: Event): boolean {
  return event instanceof WheelEvent && Math.abs(event.deltaX) > Math.abs(event.deltaY);
}

/**
 * A finger that goes up or down scrolls the page, which the zoom would prevent: it does not get to
 * know of it. Two fingers are its own.
 */
function leaveScrolling(element: HTMLElement, signal: AbortSignal): void {
  let start: Touch | null = null;
  let scrolls = false;
  const capture = { capture: true, passive: true, signal };
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
