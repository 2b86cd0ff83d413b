import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Diagnostic, ProgramInfo } from "../../generated/types";
import { sentenceOf } from "../format";
import { isEngineError } from "../failed";
import { choiceOf, isOwn, originalOf } from "../own";
import type { Page } from "../page";
import { placeText } from "../result/failure";
import type { Activity } from "../state";
import { copied } from "./copied";
import { theBox, type SourceEvents } from "./source-box";

/**
 * The program that is chosen, to read and to edit, with the settings that go with it. While a task
 * program runs it is not shown: what the run finds stands above it, and would push it away.
 */
export function sourceSection(
  page: Page,
  settingsOfIt: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  const { settings } = page;
  if (settings === null) return nothing;
  const { program } = settings;
  return html`
    <section class="source" aria-labelledby="source" ?hidden=${page.isRunning && !page.isScript}>
      <div class="source-head">
        <h2 id="source">The program: ${page.lessons.open?.step.title ?? program.title}</h2>
        <div class="actions">
          <button class="source-edit" type="button" @click=${() => void theBox()?.edit()}>Edit</button>
          ${wayBack(page, program)}
        </div>
      </div>
      <gil-source .text=${program.source} .line=${page.lessons.line} .problems=${marks(page)} .warnings=${page.writing.warnings}
        @edit=${(event: SourceEvents["edit"]) => page.edit(event.detail)}
        @run=${() => void runFromEditor(page)}></gil-source>
      <div class="source-found" aria-live="polite">${copiedAlong(program) ?? found(page)}</div>
      <p class="note source-plain">
        Edit it, and it becomes your version: kept in this browser and in the page’s address.
        ${program.kind === "task" ? html`Its parameters are controls under <i>Arguments</i> or <i>Size</i>.` : nothing}
      </p>
      <p class="note source-keys">
        <kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd> runs. <kbd>Tab</kbd> indents;
        <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves the editor. <kbd>F8</kbd> goes to the next error.
      </p>
      ${ofResults(page, program)}
      ${settingsOfIt === nothing ? nothing : html`<section class="settings" aria-label="Settings">${settingsOfIt}</section>`}
    </section>
  `;
}

/** What is wrong with the text, or where it failed when it ran. */
function marks({ writing, script, settings, activity }: Page): readonly Diagnostic[] {
  const { result } = script;
  const failed = whereItFailed(activity);
  if (failed !== null && writing.problems.length === 0) return [failed];
  const hasRun = result !== null && result.source === settings?.program.source;
  return hasRun && writing.problems.length === 0 ? result.places : writing.problems;
}

const failures = new WeakMap<object, Diagnostic>();

/** Of a task program: the same one as long as it is of the same failure. */
function whereItFailed(activity: Activity): Diagnostic | null {
  if (activity.is !== "failed" || !isEngineError(activity.error)) return null;
  const { detail } = activity.error;
  if (detail === null || !("line" in detail) || detail.line === null) return null;
  const { line, message } = detail;
  const made = failures.get(detail) ?? { line, column: 1, endLine: line + 1, endColumn: 1, message, sourceLine: "" };
  failures.set(detail, made);
  return made;
}

/** Opens the editor on the reader's own program, to paste one over it. */
export async function pasteOwn(page: Page): Promise<void> {
  page.startOwn();
  await theBox()?.editAll();
}

/** Runs what is chosen; if it has an error, shows that at its place. */
export async function runProgram(page: Page): Promise<void> {
  await page.run();
  const [first] = page.writing.problems;
  if (page.writing.isRefused && first !== undefined) await theBox()?.edit(first);
}

/** The editor is gone while it runs, and where its writer left it afterwards. */
async function runFromEditor(page: Page): Promise<void> {
  const button = document.querySelector<HTMLElement>("button.run");
  button?.focus();
  await runProgram(page);
  if (document.activeElement === button) theBox()?.resume();
}

/** From the reader's version to the bundled one, or from there to the reader's version. */
function wayBack({ choices, offer }: Page, program: ProgramInfo): TemplateResult | typeof nothing {
  if (offer === null) return nothing;
  if (isOwn(program)) {
    const original = originalOf(choices, offer);
    return original === undefined ? nothing : back(`Reset to “${original.title}”`, original);
  }
  const version = offer.own.find((own) => choiceOf(own).basedOn === program.id);
  return version === undefined ? nothing : back("Back to your version", version);
}

function back(title: string, { source }: ProgramInfo): TemplateResult {
  return html`<button type="button" @click=${() => theBox()?.replace(source)}>${title}</button>`;
}

/** What was copied along with the program, and a way to be rid of it: whatever else is found, that comes first. */
function copiedAlong({ source }: ProgramInfo): TemplateResult | null {
  const along = copied(source);
  if (along === null) return null;
  return html`<p class="copied">${along.what} <button type="button" @click=${() => theBox()?.replace(along.text)}>${along.remedy}</button></p>`;
}

/** What the last look at the text has found. */
function found(page: Page): TemplateResult | typeof nothing {
  const { writing, busy, choices, activity } = page;
  const { problems, warnings, isChecked } = writing;
  if (choices.source === undefined) return nothing;
  if (!isChecked && busy) return html`<p>It is looked at when the measurement has ended.</p>`;
  if (problems.length === 0) {
    const hasFailed = activity.is === "failed" || marks(page).length > 0;
    const when = hasFailed ? " before it ran" : "";
    if (!isChecked) return nothing;
    return warnings.length === 0 ? html`<p>No errors found${when}.</p>` : listOf(warnings);
  }
  return listOf(problems);
}

function listOf(diagnostics: readonly Diagnostic[]): TemplateResult {
  return html`<ul>
    ${diagnostics.map((problem) => html`<li>${item(problem)}</li>`)}
  </ul>`;
}

function item(problem: Diagnostic): TemplateResult {
  return html`<button type="button" @click=${() => void theBox()?.edit(problem)}>${placeText(problem)}</button>
    ${sentenceOf(problem.message)}`;
}

/** Results may be of another text than the one that is chosen now. */
function ofResults({ shown }: Page, program: ProgramInfo): TemplateResult | typeof nothing {
  const source = shown?.report.plan.source;
  if (source === undefined || source === program.source) return nothing;
  return html`<details class="source-ran">
    <summary>The results above are of another program</summary>
    <pre tabindex="0" aria-label="Source of the results"><code>${source}</code></pre>
  </details>`;
}
