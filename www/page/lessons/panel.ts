/** A step of a lesson on the page: what is asked, what was seen, and the one thing to change. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Page } from "../page";
import "../styles/lesson.css";
import { LESSONS, type Lesson } from "./lessons";
import type { Lessons } from "./opened";
import { changedLine, changedSource, type Step } from "./step";

export { changedSource };

type Opened = NonNullable<Lessons["open"]>;
type Part = TemplateResult | typeof nothing;

export function lessonPanel(page: Page, opened: Opened): TemplateResult {
  const { lesson, step, number } = opened;
  return html`<section class="lesson" aria-labelledby="lesson">
    <div class="lesson-head">
      <p class="lesson-place">Lesson ${lesson.number} of ${LESSONS.length}: ${lesson.title}</p>
      <nav aria-label="Steps of the lesson">
        ${lesson.steps.map(({ title }, index) => place(lesson, title, index + 1, number))}
      </nav>
    </div>
    <h2 id="lesson">${step.title}</h2>
    ${step.intro === "" ? nothing : html`<p>${step.intro}</p>`}
    ${question(page, step)}
    <div aria-live="polite">${answer(page, step)} ${change(page, step)}</div>
    ${onwards(opened)}
  </section>`;
}

function place({ id }: Lesson, title: string, number: number, current: number): TemplateResult {
  return html`<a href=${linkTo(id, number)} title=${title} aria-label=${`Step ${number}: ${title}`}
    aria-current=${number === current ? "step" : nothing}>${number}</a>`;
}

/** The page, or the frame, follows it where it stands. */
function linkTo(lesson: string, step: number): string {
  return `#v=1&lesson=${lesson}&step=${step}`;
}

function question(page: Page, step: Step): TemplateResult {
  const { said } = page.lessons;
  return html`<fieldset class="lesson-question">
    <legend>${step.question}</legend>
    ${step.options.map(
      ({ text, isRight }, index) => html`<label class=${said !== null && hasRun(page, step.source) && isRight ? "chip right" : "chip"}>
        <input type="radio" name="answer" .checked=${said === index} @change=${() => page.lessons.say(index)} />
        <span>${said !== null && isRight && hasRun(page, step.source) ? "✓ " : nothing}${text}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** Only after it has run. */
function answer(page: Page, step: Step): Part {
  const { said } = page.lessons;
  const hasSeen = hasRun(page, step.source) || isOver(page, step);
  if (said === null && !hasSeen) return html`<p class="note">What do you expect? Choose, then press Run.</p>`;
  if (said === null) return html`<p class="note">What did you expect? Choose, and see why.</p>`;
  if (!hasSeen) return html`<p class="note">Now press Run, and see.</p>`;
  const isRight = step.options[said]?.isRight === true;
  return html`<p><strong>${isRight ? "Yes." : "Not so."}</strong> ${step.why}${step.see === null ? nothing : html`<span class="visually-hidden"> In the timeline: ${step.see.text}</span>`}</p>`;
}

/** It is offered when the reader has seen the program as it was. */
function change(page: Page, step: Step): Part {
  if (page.lessons.said === null) return nothing;
  const { from, to, after } = step.change;
  if (isOver(page, step)) return html`<p><strong>Changed:</strong> <code>${to}</code>. ${after}</p>`;
  if (!hasRun(page, step.source)) return nothing;
  const changed = changedSource(step);
  if (page.settings?.program.source === changed) {
    return html`<p class="note">Changed: <code>${to}</code>. Press Run, and see.</p>`;
  }
  return html`<p class="lesson-change">
    Now change line ${changedLine(step)}: <del><code>${from}</code></del> <ins><code>${to}</code></ins>
    <button type="button" ?disabled=${page.isRunning} @click=${() => page.edit(changed)}>Change it</button>
  </p>`;
}

/** Has this text run to its end? */
export function hasRun({ script }: Page, source: string): boolean {
  const { result } = script;
  return result !== null && result.source === source && result.report !== null;
}

/** Has the changed program run? */
function isOver(page: Page, step: Step): boolean {
  return hasRun(page, changedSource(step));
}

function onwards({ lesson, number }: Opened): TemplateResult {
  const next = LESSONS[lesson.number];
  const title = lesson.steps[number]?.title;
  const [id, step, words] =
    title !== undefined ? [lesson.id, number + 1, `Next: ${title}`] : [next?.id ?? "", 1, `Next lesson: ${next?.title ?? ""}`];
  return html`<p class="lesson-onwards">
    ${id === "" ? html`That was the last step. <a href="#">Try a program of your own.</a>` : html`<a href=${linkTo(id, step)}>${words} →</a>`}
  </p>`;
}

/** The line that is to be changed, while it is; 0 for none. */
export function lineToChange(page: Page, { step }: Opened): number {
  const isAsked = page.lessons.said !== null && hasRun(page, step.source);
  return isAsked && page.settings?.program.source === step.source ? changedLine(step) : 0;
}
