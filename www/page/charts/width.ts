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

  /** The first report comes before the first paint, so nothing is seen to move. */
  #observe(element: Element): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === 0 || width === this.#width) return;
      this.#width = width;
      this.setValue(this.#draw(width));
    });
    this.#observer.observe(element);
  }
}

/** Draws for the width that the element around it has, now and after every change. */
export const atWidth = directive(AtWidth);
