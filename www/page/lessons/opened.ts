import { nothing, type TemplateResult } from "lit/html.js";
import type { Choices } from "../choices";
import type { Page } from "../page";
import type { Pointer } from "../timeline/pointer";
import type { Lesson } from "./lessons";
import type * as Views from "./panel";
import type { Step } from "./step";

/** The step of a lesson that is open, if one is, and what its reader has said. */
export class Lessons {
  open: { lesson: Lesson; step: Step; number: number } | null = null;
  /** What draws it, loaded with the lessons themselves. */
  #views: typeof Views | null = null;
  /** Which answer was given, by the step. */
  readonly #said = new Map<Step, number>();
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the step that is among the choices, or none. */
  async follow({ lesson, step = 1 }: Choices): Promise<void> {
    if (lesson === undefined) {
      this.open = null;
      return;
    }
    const [{ findStep }, views] = await Promise.all([import("./lessons"), import("./panel")]);
    const found = findStep(lesson, step);
    this.open = found === undefined ? null : { ...found, number: step };
    this.#views = views;
  }

  /** Which of its answers the reader expects; null before that. */
  get said(): number | null {
    return this.open === null ? null : (this.#said.get(this.open.step) ?? null);
  }

  say(answer: number): void {
    if (this.open !== null) this.#said.set(this.open.step, answer);
    this.#page.redraw();
  }

  /** Is this text another program than the open step's? */
  isOfAnother(source: string): boolean {
    if (this.open === null || this.#views === null) return false;
    return ![this.open.step.source, this.#views.changedSource(this.open.step)].includes(source);
  }

  /** Of which step of the open lesson this is the program; undefined if of none. */
  titleOf(source: string): string | undefined {
    return this.open?.lesson.steps.find((step) => step.source === source)?.title;
  }

  panel(): TemplateResult | typeof nothing {
    return this.open === null || this.#views === null ? nothing : this.#views.lessonPanel(this.#page, this.open);
  }

  /** What the step points at in the timeline, once its program has run and its reader has said what to expect. */
  get pointer(): Pointer | null {
    if (this.open === null || this.#views === null || this.said === null) return null;
    const { step } = this.open;
    return this.#views.hasRun(this.#page, step.source) ? step.see : null;
  }

  /** The line of the program that is to be changed; 0 if none is. */
  get line(): number {
    return this.open === null || this.#views === null ? 0 : this.#views.lineToChange(this.#page, this.open);
  }
}
