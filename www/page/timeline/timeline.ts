import { AsyncDirective, directive } from "lit/async-directive.js";
import type { TemplateResult } from "lit/html.js";
import type { FigureAbout } from "../charts/frame";
import type { Drawing } from "../charts/save/inline";
import { layoutOf } from "./layout";
import { lightPalette } from "./palette";
import type { ThreadMark } from "../source/thread-marks";
import { played, standings, toggled } from "./replay";
import { stepped } from "./replay-view";
import { shapes } from "./shapes";
import { standingAt } from "./standing";
import { Stage } from "./stage";
import type { Source } from "./source";
import { afterKey, cursorAt, type State } from "./state";
import { svgOf } from "./svg";
import { figureOf, spoken, type Acts } from "./timeline-view";

/** A screen reader is told where things have come to rest, not every place they pass. */
const REST_MS = 500;

interface Input {
  source: Source;
  about: FigureAbout;
}

let timelines = 0;

/** A timeline. What is chosen and seen outlives that the page is drawn again. */
class Timeline extends AsyncDirective {
  readonly #id = `timeline-${(timelines += 1)}`;
  #shown: Input | null = null;
  #state: State | null = null;
  #stage: Stage | null = null;
  #frame: number | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #said = "";

  render(source: Source, about: FigureAbout): TemplateResult {
    const before = this.#shown;
    this.#shown = { source, about };
    if (this.#state === null || before?.source.of !== source.of) {
      this.#state = source.open(this.#state?.choice ?? null);
    }
    // As soon as it is in the page, so that nothing below is seen to move.
    queueMicrotask(() => this.#draw());
    return this.#template(this.#state);
  }

  override disconnected(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    clearTimeout(this.#rest);
    this.#shown?.source.mark?.([]);
  }

  override reconnected(): void {
    this.#drawSoon();
  }

  #template(state: State): TemplateResult {
    const { source, about } = this.#shownNow();
    const [id, stage, said] = [this.#id, this.#stage, this.#said];
    return figureOf({ id, state, source, about, stage, said }, this.#acts);
  }

  readonly #acts: Acts = {
    attach: (element) => this.#attach(element),
    become: (state) => this.#become(state),
    choose: (choice) => {
      this.#become(this.#shownNow().source.open(choice));
    },
    key: (event) => this.#key(event),
    picture: () => this.#picture(),
  };

  #attach(element: Element | undefined): void {
    this.#stage?.close();
    this.#stage = null;
    const ruler = element?.querySelector(".timeline-ruler");
    const canvas = element?.querySelector("canvas");
    if (!(element instanceof HTMLElement) || !ruler || !canvas) return;
    this.#stage = new Stage(element, ruler, canvas, {
      onView: (view) => this.#state && this.#become({ ...this.#state, view }),
      onCursor: (ms, lane) =>
        this.#state && this.#become({ ...cursorAt(this.#state, ms), lane: lane ?? this.#state.lane }),
      onPick: () => this.#reveal(),
      onChange: () => this.#draw(),
    });
  }

  #become(state: State): void {
    const before = this.#state;
    this.#state = state;
    this.#drawSoon();
    if (before?.cursorMs !== state.cursorMs || state.replay.isOn) this.#mark(state);
    if (state.replay.isPlaying && before?.replay.isPlaying !== true) this.#play();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#say(spoken(state, this.#shownNow().source)), REST_MS);
  }

  /** Moves the cursor as long as it plays, by as much as time has passed. */
  #play(): void {
    let before = performance.now();
    const advance = (now: number): void => {
      if (this.#state?.replay.isPlaying !== true || !this.isConnected) return;
      this.#become(played(this.#state, now - before));
      before = now;
      requestAnimationFrame(advance);
    };
    requestAnimationFrame(advance);
  }

  /** Marks in the program where the threads of the first panel stand. */
  #mark({ panels, cursorMs }: State): void {
    const [panel] = panels;
    const { mark } = this.#shownNow().source;
    if (panel === undefined || mark === undefined) return;
    const marks = standings(panel, cursorMs).flatMap(({ number, text, line, hasLock }): ThreadMark[] => {
      return line === null ? [] : [{ line, number, title: `${number}: ${text}`, hasLock }];
    });
    mark(marks);
  }

  /** Shows the line where the thread that is told of stands. */
  #reveal(): void {
    const { reveal } = this.#shownNow().source;
    if (this.#state === null || reveal === undefined) return;
    const { panels, lane, cursorMs } = this.#state;
    const lines = panels.flatMap((panel) => standingAt(panel, lane, cursorMs).line ?? []);
    if (lines[0] !== undefined) reveal(lines[0]);
  }

  #say(text: string): void {
    this.#said = text;
    this.#draw();
  }

  /** However many events there are, there is one drawing for each frame. */
  #drawSoon(): void {
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    if (this.#state === null || !this.isConnected) return;
    this.#stage?.show(this.#state);
    this.setValue(this.#template(this.#state));
  }

  #key(event: KeyboardEvent): void {
    if (this.#state === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const { source } = this.#shownNow();
    if (event.key === "Enter" && source.reveal !== undefined) return this.#reveal();
    const replayed = source.printed === undefined ? null : afterReplayKey(this.#state, source, event.key);
    const state = replayed ?? afterKey(this.#state, event.key, event.shiftKey);
    if (state === null) return;
    event.preventDefault();
    this.#become(state);
  }

  #picture(): Drawing {
    if (this.#state === null || this.#stage === null)
      throw new Error("There is nothing to save yet.");
    const { panels, view, chosen } = this.#state;
    const drawing = shapes(layoutOf(panels, { width: this.#stage.width, column: 1 }), view, chosen);
    const { width, height } = drawing;
    return { svg: svgOf(drawing, lightPalette()), width, height };
  }

  #shownNow(): Input {
    if (this.#shown === null) throw new Error("The timeline has not been given what it is of.");
    return this.#shown;
  }
}

/** What a key does to the replay; null if it is none of its keys. */
function afterReplayKey(state: State, source: Source, key: string): State | null {
  if (key === " ") return toggled(state);
  if (key === ".") return stepped(state, source, 1);
  return key === "," ? stepped(state, source, -1) : null;
}

export const timeline = directive(Timeline);
