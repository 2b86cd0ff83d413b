import { html, nothing, type TemplateResult } from "lit/html.js";
import { openEmbedding } from "../embed/open";
import type { Page } from "../page";
import type { Result, Said } from "../state";
import {
  copyLink,
  copyMarkdown,
  copyResultsLink,
  copyScriptLink,
  saveCsv,
  saveJson,
  saveScript,
  saveScriptJson,
  saveTrace,
} from "./actions";
import { openAndShow } from "./drop";

/** Ways for an experiment and its results to leave the page, and the way back in. */
export function shareSection(page: Page): TemplateResult {
  const { shown, said } = page;
  return html`
    <section class="share" aria-labelledby="share">
      <h2 id="share">Save and share</h2>
      ${page.isScript ? nothing : html`<p class="note">
        The script runs the same work on your own Python, and writes a report that can be imported here.
      </p>`}
      <div class="actions">
        <button type="button" @click=${() => copyLink(page)}>Copy link</button>
        <button type="button" @click=${() => openEmbedding(page)}>Embed…</button>
        ${page.isScript ? nothing : forCpython(page)} ${importer(page)}
      </div>
      ${shown === null ? nothing : results(page, shown)} ${page.isScript ? ofScript(page) : nothing}
      <div class="said" aria-live="polite">${said === null ? nothing : words(said)}</div>
    </section>
  `;
}

/** A script needs none: it is one. */
function forCpython(page: Page): TemplateResult {
  return html`<button type="button" ?disabled=${page.busy} @click=${() => saveScript(page)}>Script for CPython</button>`;
}

function ofScript(page: Page): TemplateResult | typeof nothing {
  const report = page.script.shown?.report ?? null;
  if (report === null) return nothing;
  return html`<div class="actions" role="group" aria-label="These results">
    <button type="button" @click=${() => copyScriptLink(page, report)}>Copy link with results</button>
    <button type="button" @click=${() => saveScriptJson(page, report)}>JSON</button>
  </div>`;
}

function results(page: Page, shown: Result): TemplateResult {
  return html`<div class="actions" role="group" aria-label="These results">
    <button type="button" @click=${() => copyResultsLink(page, shown)}>Copy link with results</button>
    <button type="button" @click=${() => copyMarkdown(page, shown)}>Copy Markdown</button>
    <button type="button" @click=${() => saveJson(page, shown)}>JSON</button>
    <button type="button" @click=${() => saveCsv(page, shown)}>CSV</button>
    <button type="button" @click=${() => saveTrace(page, shown)}>Trace</button>
  </div>`;
}

/** A file input that looks like the buttons beside it. */
function importer(page: Page): TemplateResult {
  const open = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // The same file can be chosen again.
    input.value = "";
    if (file !== undefined) void openAndShow(page, file);
  };
  return html`<label class="button">
    Open a file…
    <input type="file" accept=".json,.py,application/json,text/x-python" ?disabled=${page.busy} @change=${open} />
  </label>`;
}

function words({ text, field }: Said): TemplateResult {
  return html`
    <p>${text}</p>
    ${
      field === undefined
        ? nothing
        : html`<textarea readonly rows="3" aria-label="To copy" .value=${field}
            @focus=${(event: Event) => (event.currentTarget as HTMLTextAreaElement).select()}></textarea>`
    }
  `;
}
