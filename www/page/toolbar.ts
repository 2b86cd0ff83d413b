import { html, type TemplateResult } from "lit/html.js";
import { chosenProgram, gallery } from "./gallery/gallery";
import type { Page } from "./page";
import { pasteOwn } from "./source/section";

/** What is run, and the button that runs it, or stops what runs. */
export function toolbar(page: Page): TemplateResult {
  const { offer, activity, trade } = page;
  const isRunning = page.isRunning || page.more.isRunning;
  const stop = (event: Event): void => {
    if (!isRunning) return;
    // The button is Run again before the click is over; it must not submit.
    event.preventDefault();
    page.stop();
  };
  return html`
    <div class="toolbar">
      ${chosenProgram(page)}
      <button class="paste" type="button" ?disabled=${offer === null || isRunning || activity.is === "unable"}
        @click=${() => void pasteOwn(page)}>Paste your own</button>
      <button class=${isRunning ? "run stop" : "run"} type=${isRunning ? "button" : "submit"}
        ?disabled=${offer === null || activity.is === "unable" || trade.state.is === "running"} @click=${stop}>
        ${isRunning ? "Stop" : "Run"}
      </button>
    </div>
    ${gallery(page)}
  `;
}
