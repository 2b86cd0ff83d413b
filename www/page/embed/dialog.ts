import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { PARTS, type Part, type Variant } from "../../embed/options";
import { Connection } from "../../element/connection";
import { sentenceOf } from "../format";
import { packedReport, toHash } from "../link/link";
import type { Page } from "../page";
import { copyField } from "../travel/copy-field";
import "./dialog.css";
import {
  elementSnippet,
  frameAddress,
  frameSnippet,
  markdownSnippet,
  tableOf,
  type Embedding,
} from "./snippets";

/** Until the preview tells its own. */
const USUAL_HEIGHT = 640;

const PART_NAMES: Record<Part, string> = {
  source: "The program's text",
  why: "Why it came out so",
  settings: "Settings",
};

/**
 * Opens the dialog for what is chosen now, and removes it when it is closed.
 * @throws PackError if the program is too long for a link
 */
export async function openDialog({ choices, settings, isScript, script }: Page): Promise<void> {
  const hash = await toHash(choices);
  const report = isScript ? (script.shown?.report ?? null) : null;
  const results = report === null ? null : { packed: await packedReport(report), table: tableOf(report) };
  const dialog = document.createElement("dialog");
  dialog.className = "embedding";
  dialog.setAttribute("aria-labelledby", "embedding");
  let embedding: Embedding = {
    site: new URL(".", location.href).href,
    choices,
    hash,
    title: settings?.program.title ?? "",
    scheme: "auto",
    hidden: [],
    height: USUAL_HEIGHT,
    variant: "full",
    heading: "",
    frozen: null,
  };
  const offered = { isScript, results };
  const change = (changed: Partial<Embedding>): void => {
    embedding = { ...embedding, ...changed };
    render(view(embedding, offered, change), dialog);
  };
  change({});
  document.body.append(dialog);
  const frame = dialog.querySelector("iframe");
  const preview = frame === null ? null : new Connection(frame, (message) => {
    if (message.type === "height") change({ height: message.height });
  });
  if (preview !== null) preview.origin = location.origin;
  dialog.addEventListener("close", () => {
    preview?.close();
    dialog.remove();
  });
  dialog.showModal();
}

type Changing = (changed: Partial<Embedding>) => void;

/** What there is to choose from. */
interface Offered {
  isScript: boolean;
  results: Embedding["frozen"];
}

function view(embedding: Embedding, { isScript, results }: Offered, change: Changing): TemplateResult {
  const { scheme, hidden, height, heading } = embedding;
  return html`
    <form method="dialog" class="embedding-head">
      <h2 id="embedding">Embed this experiment</h2>
      <button>Close</button>
    </form>
    <div class="embedding-body">
      <div>
        <div class="field">
          <label for="embed-scheme">Colours</label>
          <select id="embed-scheme" .value=${scheme}
            @change=${(event: Event) => change({ scheme: (event.currentTarget as HTMLSelectElement).value as Embedding["scheme"] })}>
            <option value="auto">As the page around</option>
            <option value="light">Light</option>
            <option value="dark">Dark</option>
          </select>
        </div>
        <div class="field">
          <label for="embed-height">Height <small>in pixels, reserved before it loads</small></label>
          <input id="embed-height" type="number" min="200" max="4000" .value=${String(height)}
            @change=${(event: Event) => change({ height: (event.currentTarget as HTMLInputElement).valueAsNumber || USUAL_HEIGHT })} />
        </div>
        <div class="field">
          <label for="embed-heading">Heading <small>empty: the program’s title</small></label>
          <input id="embed-heading" type="text" maxlength="100" .value=${heading}
            @change=${(event: Event) => change({ heading: (event.currentTarget as HTMLInputElement).value })} />
        </div>
        ${isScript ? ofScript(embedding, results, change) : nothing}
        <fieldset>
          <legend>Parts</legend>
          ${PARTS.map((part) => partChoice(part, hidden, change))}
        </fieldset>
        ${snippet("HTML element", "Grows with its content, and its page can run it.", elementSnippet(embedding))}
        ${snippet("Frame", "For hosts that take no scripts.", frameSnippet(embedding))}
        ${snippet("Markdown", "For hosts that take neither: save the chart as PNG and put it beside the text.", markdownSnippet(embedding))}
      </div>
      <iframe class=${`embedding-preview scheme-${scheme}`} title="Preview"
        src=${frameAddress(embedding)} height=${height} allow="cross-origin-isolated"></iframe>
    </div>
  `;
}

function ofScript({ variant, frozen }: Embedding, results: Offered["results"], change: Changing): TemplateResult {
  return html`
    <div class="field">
      <label for="embed-variant">What is shown</label>
      <select id="embed-variant" .value=${variant}
        @change=${(event: Event) => change({ variant: (event.currentTarget as HTMLSelectElement).value as Variant })}>
        <option value="full">Everything</option>
        <option value="compact">Code, output and times</option>
        <option value="timeline">The timeline first</option>
      </select>
    </div>
    ${
      results === null
        ? html`<p class="note">Run it first, and your results can be shown in it.</p>`
        : html`<div class="option">
            <input type="checkbox" id="embed-frozen" .checked=${frozen !== null}
              @change=${(event: Event) => change({ frozen: (event.currentTarget as HTMLInputElement).checked ? results : null })} />
            <label for="embed-frozen">Show my results at once, beside the reader’s own</label>
          </div>`
    }
  `;
}

function partChoice(part: Part, hidden: readonly string[], change: Changing): TemplateResult {
  const toggle = (event: Event): void => {
    const { checked } = event.currentTarget as HTMLInputElement;
    const others = hidden.filter((other) => other !== part);
    change({ hidden: checked ? others : [...others, part] });
  };
  return html`<div class="option">
    <input type="checkbox" id="embed-${part}" .checked=${!hidden.includes(part)} @change=${toggle} />
    <label for="embed-${part}">${PART_NAMES[part]}</label>
  </div>`;
}

function snippet(name: string, about: string, text: string): TemplateResult {
  return html`<section class="snippet">
    <h3>${name}</h3>
    <p class="note">${sentenceOf(about)}</p>
    ${copyField(name, text)}
  </section>`;
}
