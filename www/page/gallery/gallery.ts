import { html, nothing, type TemplateResult } from "lit/html.js";
import { live } from "lit/directives/live.js";
import type { ProgramInfo } from "../../generated/types";
import { sentencesOf } from "../format";
import type { Page } from "../page";
import { GROUPS } from "./groups";

/** The chosen program's name, as the button that shows all of them. */
export function chosenProgram(page: Page): TemplateResult {
  const { offer, browsing } = page;
  const count = (offer?.own.length ?? 0) + GROUPS.reduce((sum, { tasks, scripts }) => sum + tasks.length + scripts.length, 0);
  const words = browsing ? "Close" : `All ${count} programs`;
  return html`<div class="chosen">
    <span id="program-label">Program</span>
    <button type="button" aria-expanded=${browsing} aria-controls="gallery"
      aria-labelledby="program-label program-title program-count"
      ?disabled=${offer === null} @click=${() => (browsing ? close(page) : open(page))}>
      <strong id="program-title">${titleOf(page)}</strong>
      <small id="program-count">${offer === null ? "\u00a0" : words}</small>
    </button>
  </div>`;
}

function titleOf({ lessons, settings }: Page): string {
  const { open: opened } = lessons;
  return opened === null ? (settings?.program.title ?? "Loading…") : `Lesson ${opened.lesson.number}, step ${opened.number}`;
}

/** All programs by their stories, each with what to look for. A click chooses; arrows go from one to the other. */
export function gallery(page: Page): TemplateResult {
  const { offer, browsing, settings } = page;
  const ofPage = (program: ProgramInfo): TemplateResult => card(page, program, program === settings?.program);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    close(page);
  };
  return html`<fieldset class="gallery" id="gallery" ?hidden=${!browsing} @keydown=${press}>
    <legend class="visually-hidden">Program</legend>
    ${offer === null || offer.own.length === 0 ? nothing : group("Your own", "Kept in this browser.", offer.own.map(ofPage))}
    ${GROUPS.map(({ title, about, tasks, scripts }) => {
      const found = [...tasks, ...scripts].flatMap((id) => offer?.programs.find((program) => program.id === id) ?? []);
      return group(title, about, found.map(ofPage));
    })}
  </fieldset>`;
}

function group(title: string, about: string, cards: readonly TemplateResult[]): TemplateResult {
  return html`<section class="story" aria-label=${title}>
    <h2>${title}</h2>
    <p class="note">${about}</p>
    <div class="cards">${cards}</div>
  </section>`;
}

function card(page: Page, program: ProgramInfo, isChosen: boolean): TemplateResult {
  const { id, title, summary } = program;
  // Arrow keys click, too, but nowhere. What is hidden in a click does not change by it.
  const click = ({ detail }: MouseEvent): void => {
    if (detail === 0) return;
    page.chooseProgram(id);
    close(page);
  };
  return html`<label class="card" @click=${click}>
    <input type="radio" name="program" value=${id} .checked=${live(isChosen)}
      aria-describedby=${`about-program-${id.replaceAll(" ", "-")}`} aria-label=${title}
      @change=${() => page.chooseProgram(id)} />
    <strong>${title}</strong>
    <small id=${`about-program-${id.replaceAll(" ", "-")}`}>${lookFor(summary)}</small>
  </label>`;
}

/** The sentence that says so, or the first one. */
export function lookFor(summary: string): string {
  const sentences = sentencesOf(summary);
  return sentences.find((sentence) => /^Look\b/.test(sentence)) ?? sentences[0] ?? "";
}

function open(page: Page): void {
  page.browse(true);
  document.querySelector<HTMLElement>("#gallery :checked")?.focus();
}

function close(page: Page): void {
  page.browse(false);
  document.querySelector<HTMLElement>(".chosen button")?.focus();
}
