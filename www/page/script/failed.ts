import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Execution, ExecutionPlace } from "../../generated/types";
import { sentenceOf } from "../format";
import { theBox } from "../source/source-box";

/** Why a run did not end well, and where in the program: a click goes there. */
export function failed(execution: Execution): TemplateResult | typeof nothing {
  const why = reason(execution);
  if (why === null) return nothing;
  const { ended, places } = execution;
  const isDeadlock = ended?.limit === "deadlock";
  return html`<div class="alert" role="alert">
    <p><strong>${why}</strong></p>
    ${
      isDeadlock
        ? html`<ul>${places.map((place) => html`<li>${place.thread} waits at ${where(place)}${heldBy(execution, place)}</li>`)}</ul>`
        : places.map((place) => html`<p>It was at ${where(place)}, in ${place.thread}.</p>`)
    }
    ${execution.traceback?.includes("EOFError: EOF when reading a line") === true ? html`<p>What <code>input()</code> reads is a field under <i>Advanced</i>: the standard input.</p>` : nothing}
  </div>`;
}

function reason({ ended, traceback, status }: Execution): string | null {
  if (ended?.limit === "deadlock") return "Deadlock: every thread waits for another one.";
  if (ended !== null) return sentenceOf(ended.message);
  if (traceback !== null) return "It ended with an exception.";
  return status === 0 ? null : `It ended with exit status ${status}.`;
}

/** Whose lock it waits for there, if that is known. */
function heldBy({ trace, lanes }: Execution, { thread, line }: ExecutionPlace): string {
  const index = lanes.findIndex(({ name }) => name === thread);
  const stood = trace?.lanes[index]?.places.findLast((place) => place.line === line && place.awaited === "lock");
  const holder = lanes.find(({ id }) => id === stood?.holder)?.name;
  return holder === undefined ? "" : `, for a lock that ${holder} holds`;
}

function where({ line, function: name }: ExecutionPlace): TemplateResult {
  const go = (): void => void theBox()?.edit({ line, column: 1 });
  const of = name === "<module>" ? "" : ` of ${name}`;
  return html`<button type="button" class="link" @click=${go}>line ${line}</button>${of}`;
}
