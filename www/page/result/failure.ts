import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Diagnostic, Environment, Failure, ModelInfo } from "../../generated/types";
import { isEngineError } from "../failed";
import { titleOf } from "../charts/chart";
import { clipped, sentenceOf, workersName } from "../format";
import type { Writing } from "../writing";
import { faultView } from "./fault";

/** Characters of what had been printed: its beginning is as much as anybody reads beside an error. */
const LONGEST_OUTPUT = 4000;

/** Why there is no report, with where in the source, if that is known. */
export function failureView(
  thrown: unknown,
  environment: Environment | null,
  models: readonly ModelInfo[] = [],
  goTo?: (line: number) => void,
): TemplateResult {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // An exception is quoted as Python prints it.
  const isQuoted = isEngineError(thrown) && thrown.kind === "raised";
  const detail = isEngineError(thrown) ? thrown.detail : null;
  return html`<div class="alert" role="alert">
    <p><strong>${isQuoted ? message : sentenceOf(message)}</strong></p>
    ${detail === null ? nothing : html`${whose(detail, models, goTo)} ${where(detail, environment)} ${printedBefore(detail)}`}
  </div>`;
}

/** In which run, and for which worker, if it was in one. */
function whose(failure: Failure, models: readonly ModelInfo[], goTo?: (line: number) => void): TemplateResult | typeof nothing {
  if (failure.kind !== "raised" && failure.kind !== "stopped") return nothing;
  const { model, workers, worker, line } = failure;
  const which = worker === null ? "" : `, in worker ${worker}`;
  return html`<p>${titleOf(model, models)} with ${workersName(workers)}${which}${line === null ? nothing : html`, at ${lineOf(line, goTo)}`}.</p>`;
}

function lineOf(line: number, goTo?: (line: number) => void): TemplateResult | string {
  return goTo === undefined ? `line ${line}` : html`<button type="button" class="link" @click=${() => goTo(line)}>line ${line}</button>`;
}

/** What it had printed until then, which may tell why. */
function printedBefore(failure: Failure): TemplateResult | typeof nothing {
  if (failure.kind !== "raised" && failure.kind !== "stopped") return nothing;
  if (failure.output === "") return html`<p>It had printed nothing.</p>`;
  return html`<p>It had printed:</p><pre tabindex="0" aria-label="Printed before it failed">${clipped(failure.output, LONGEST_OUTPUT)}</pre>`;
}

/** Why a run was not even begun. */
export function refusal({ isRefused, problems }: Writing): TemplateResult | typeof nothing {
  if (!isRefused) return nothing;
  const [first] = problems;
  return html`<div class="alert" role="alert">
    <p><strong>Not run: the program has ${problems.length === 1 ? "an error" : `${problems.length} errors`}.</strong></p>
    ${first === undefined ? nothing : html`<pre>${diagnosticText(first)}</pre>`}
  </div>`;
}

function where(
  failure: Failure,
  environment: Environment | null,
): TemplateResult | typeof nothing {
  switch (failure.kind) {
    case "bad-source":
      return html`${failure.diagnostics.map((diagnostic) => html`<pre>${diagnosticText(diagnostic)}</pre>`)}`;
    case "raised":
    case "stopped":
      return failure.traceback === "" ? nothing : html`<pre>${failure.traceback}</pre>`;
    case "internal":
      return faultView(failure.fault, environment);
    default:
      return nothing;
  }
}

export function placeText({ line, column }: Diagnostic): string {
  return `Line ${line}, column ${column}`;
}

/** The message, the line, and carets under what it is about. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { line, column, endLine, endColumn, message, sourceLine } = diagnostic;
  const characters = Array.from(sourceLine);
  const end = endLine === line ? endColumn : characters.length + 1;
  // Tabs stay tabs, so that the carets stand under the text at any tab width.
  const indent = characters.slice(0, column - 1).map((character) => (character === "\t" ? "\t" : " "));
  const carets = "^".repeat(Math.max(1, end - column));
  return `${placeText(diagnostic)}: ${message}\n  ${sourceLine}\n  ${indent.join("")}${carets}`;
}
