import { nothing } from "lit/html.js";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ChildPart } from "lit/html.js";

/** A column of the page, until its width is known. */
const USUAL = 720;

class AtWidth extends AsyncDirective {
  #observer: ResizeObserver | null = null;
  #draw: (width: number) => unknown = () => nothing;
  #width = USUAL;

  override update(part: ChildPart, [draw]: Parameters<AtWidth["render"]>): unknown {
    this.#draw = draw;
    if (this.#observer === null && part.parentNode instanceof Element)
      this.#observe(part.parentNode);
    return this.render(draw);
  }

  render(draw: (width: number) => unknown): unknown {
    return draw(this.#width);
  }

  override disconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /**
   * An element that is just made is in the page once the drawing that made it is done, so it is
   * measured right after, before anything is seen. The observer's first report may be later.
   */
  #observe(element: Element): void {
    queueMicrotask(() => this.#take(element.getBoundingClientRect().width));
    this.#observer = new ResizeObserver(([entry]) => this.#take(entry?.contentRect.width ?? 0));
    this.#observer.observe(element);
  }

  #take(measured: number): void {
    const width = Math.floor(measured);
    if (width === 0 || width === this.#width || !this.isConnected) return;
    this.#width = width;
    this.setValue(this.#draw(width));
  }
}

/** Draws for the width that the element around it has, now and after every change. */
export const atWidth = directive(AtWidth);
