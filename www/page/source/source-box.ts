import { html, nothing, render, type TemplateResult } from "lit/html.js";
import type { Diagnostic } from "../../generated/types";
import type { Editor } from "./editor/editor";
import { placeAt, type Place } from "./place";
import { byLine, marksElement, type ThreadMark } from "./thread-marks";

/** Its attributes are for the page's styles: `open` where the editor is. */
export const TAG = "gil-source";

export interface SourceEvents {
  /** The text was changed by its reader. */
  edit: CustomEvent<string>;
  /** The reader wants it run. */
  run: CustomEvent;
}

/**
 * The text of a program: plain, until somebody wants to edit it. Only then the editor is loaded,
 * and takes the place of the text.
 */
export class SourceBox extends HTMLElement {
  #text = "";
  #problems: readonly Diagnostic[] = [];
  #warnings: readonly Diagnostic[] = [];
  #marks: readonly ThreadMark[] = [];
  /** The line that was brought into sight; 0 if none was. */
  #line = 0;
  /** The line that is to be changed; 0 if none is. */
  #toChange = 0;
  #editor: Editor | null = null;
  #opening: Promise<void> | null = null;
  #trouble = "";

  set text(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    this.#marks = [];
    this.#line = 0;
    this.#editor?.load(text);
    this.#draw();
  }

  /** The line that the reader is asked to change; 0 for none. */
  set line(line: number) {
    if (line === this.#toChange) return;
    this.#toChange = line;
    this.#editor?.showLine(line);
    this.#draw();
  }

  set problems(problems: readonly Diagnostic[]) {
    if (problems === this.#problems) return;
    this.#problems = problems;
    this.#show();
  }

  set warnings(warnings: readonly Diagnostic[]) {
    if (warnings === this.#warnings) return;
    this.#warnings = warnings;
    this.#show();
  }

  /** Marks where the threads of a run stand; of another text than this, nothing is known. */
  mark(text: string, marks: readonly ThreadMark[]): void {
    this.#marks = text === this.#text ? marks : [];
    if (this.#editor === null) this.#draw();
    else this.#editor.showThreads(this.#marks);
  }

  /** Brings a line into sight, and leaves the keyboard where it is. */
  reveal(line: number): void {
    if (this.#editor === null) this.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: "nearest" });
    else this.#editor.reveal(line);
    this.#line = line;
    this.#draw();
  }

  /** What the reader is offered to go back to: it can be undone where the editor is open. */
  replace(text: string): void {
    if (this.#editor === null) this.#tell("edit", text);
    else this.#editor.replace(text);
  }

  /** Opens the editor with the cursor there. */
  async edit(place: Place = { line: 1, column: 1 }): Promise<void> {
    this.#opening ??= this.#open();
    await this.#opening;
    this.#editor?.focus(place.line, place.column);
  }

  /** Opens the editor with all of the text selected: what is pasted takes its place. */
  async editAll(): Promise<void> {
    await this.edit();
    this.#editor?.selectAll();
  }

  /** Back to where the cursor was. */
  resume(): void {
    this.#editor?.resume();
  }

  connectedCallback(): void {
    this.#draw();
  }

  async #open(): Promise<void> {
    this.setAttribute("aria-busy", "true");
    try {
      const { Editor: Opened } = await import("./editor/editor");
      const host = this.querySelector<HTMLElement>(".code-editor");
      if (host === null) return;
      this.#editor = new Opened({
        host,
        text: this.#text,
        onEdit: (text) => this.#edited(text),
        onRun: () => this.#tell("run", null),
      });
      this.#show();
      this.#editor.showLine(this.#toChange);
      this.#trouble = "";
      this.setAttribute("open", "");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#trouble = `The editor could not be loaded (${reason}). Edit tries again.`;
      this.#opening = null;
    }
    this.removeAttribute("aria-busy");
    this.#draw();
  }

  #show(): void {
    if (this.#editor === null) this.#draw();
    else this.#editor.show(this.#problems, this.#warnings);
  }

  #edited(text: string): void {
    this.#text = text;
    this.#tell("edit", text);
  }

  #tell(type: keyof SourceEvents, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #draw(): void {
    if (!this.isConnected) return;
    render(
      html`
        ${this.#editor === null ? this.#plain() : nothing}
        <div class="code-editor"></div>
        ${this.#trouble === "" ? nothing : html`<p class="notice" role="alert">${this.#trouble}</p>`}
      `,
      this,
    );
  }

  /** What stands beside the lines of the plain text. */
  #beside(): TemplateResult[] {
    const found = (kind: string, sign: string) => ({ line }: Diagnostic) => at(line, sign, kind);
    return [
      ...(this.#line === 0 ? [] : [at(this.#line, "", "revealed")]),
      ...(this.#toChange === 0 ? [] : [at(this.#toChange, "", "revealed to-change")]),
      ...this.#problems.map(found("problem", "●")),
      ...this.#warnings.map(found("warning", "▲")),
      ...[...byLine(this.#marks)].map(([line, marks]) => at(line, marksElement(marks), "threads")),
    ];
  }

  #plain(): TemplateResult {
    const lines = this.#text.split("\n").length;
    const numbers = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
    const isReadOnly = this.hasAttribute("read-only");
    const click = (event: MouseEvent): void => {
      if (isReadOnly) return;
      // Who has selected some of it wants to copy that.
      if (getSelection()?.isCollapsed === false) return;
      void this.edit(placeAt(event, this.#text));
    };
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || isReadOnly) return;
      event.preventDefault();
      void this.edit();
    };
    // A line break at its very end is not drawn as a line, as editors do: hence one more.
    return html`<div class="code">
      <pre class="code-numbers" aria-hidden="true">${numbers}</pre>
      <div class="code-marks" aria-hidden="true">${this.#beside()}</div>
      <pre class="code-text" tabindex="0" aria-label="Source" @click=${click} @keydown=${press}><code>${this.#text}</code>${"\n"}</pre>
    </div>`;
  }
}

function at(line: number, what: unknown, kind: string): TemplateResult {
  return html`<span class=${kind} data-line=${line} .style=${`--line: ${line}`}>${what}</span>`;
}

customElements.define(TAG, SourceBox);

/** The one on the page, if there is one. */
export function theBox(): SourceBox | null {
  const box = document.querySelector(TAG);
  return box instanceof SourceBox ? box : null;
}
