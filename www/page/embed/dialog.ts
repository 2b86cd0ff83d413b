import { html, render, type TemplateResult } from "lit/html.js";
import { PARTS, type Part } from "../../embed/options";
import { Connection } from "../../element/connection";
import { sentenceOf } from "../format";
import { toHash } from "../link/link";
import type { Page } from "../page";
import { copyField } from "../travel/copy-field";
import "./dialog.css";
import {
  elementSnippet,
  frameAddress,
  frameSnippet,
  markdownSnippet,
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
export async function openDialog({ choices, settings }: Page): Promise<void> {
  const hash = await toHash(choices);
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
  };
  const change = (changed: Partial<Embedding>): void => {
    embedding = { ...embedding, ...changed };
    render(view(embedding, change), dialog);
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

function view(embedding: Embedding, change: Changing): TemplateResult {
  const { scheme, hidden, height } = embedding;
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
