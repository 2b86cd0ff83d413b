import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ScriptReport } from "../../generated/types";
import { documentLink } from "../document";
import { dateOf, day, inSentence, sentenceOf } from "../format";
import type { Page } from "../page";
import type { ScriptRun, ScriptRuns } from "../state";
import { moreView } from "../session/more-view";
import { originOf, placeOf } from "../travel/origin";
import { failed } from "./failed";
import { runsOf } from "./executing";
import { handOffs, memory, threads, time } from "./facts";
import { printed } from "./printed";
import { scriptTimeline } from "./timeline";
import { RUNTIMES, type RuntimeWords } from "./runtimes";
import { bars } from "./bars";

const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium" });

type Part = TemplateResult | typeof nothing;

/** What is known of a script, for where it is put together in another way. */
export interface ScriptParts {
  /** Whose results these are, and what somebody else got. */
  frozen: Part;
  bars: Part;
  outputs: Part;
  timeline: Part;
}

export function scriptParts(page: Page): ScriptParts {
  const { shown: result, frozen, isOfHere } = page.script;
  if (result === null) return { frozen: nothing, bars: nothing, outputs: nothing, timeline: nothing };
  return {
    frozen: html`
      ${frozen === null || result.report === frozen ? nothing : frozenBars(frozen, isOfHere)}
      ${frozen === null || result.report === null ? nothing : html`<p class="note measured">${measured(result.report, result.report === frozen && !isOfHere)}</p>`}
    `,
    bars: bars(result.runs),
    outputs: html`
      <div class="runtimes">
        ${RUNTIMES.map((words) => runtime(words, result))}
      </div>
      ${hasMarks(result) ? html`<p class="note">Marked lines: the other run did not print them. Times are not compared.</p>` : nothing}
    `,
    timeline: scriptTimeline(page, result),
  };
}

/** What happened when the script ran: how long it took and what it printed, under each Python. */
export function scriptSection(page: Page): TemplateResult | typeof nothing {
  const { shown: result } = page.script;
  if (result === null) return nothing;
  const isOther = result.source !== page.settings?.program.source;
  // What the step before has shown would only be in the way.
  if (isOther && page.lessons.isOfAnother(result.source)) return nothing;
  const { frozen, bars: times, outputs, timeline } = scriptParts(page);
  return html`
    <section class=${isOther ? "script other" : "script"} aria-labelledby="script">
      <h2 id="script">What happened</h2>
      ${frozen}
      ${isOther ? html`<p class="notice">This is what happened before the program was changed. Run shows it anew.</p>` : nothing}
      ${times} ${moreView(page)} ${outputs} ${timeline}
    </section>
  `;
}

/** What somebody else got, beside what was found here. */
function frozenBars(frozen: ScriptReport, isOfHere: boolean): TemplateResult {
  return html`<div class="frozen">
    <p class="note measured">${measured(frozen, !isOfHere)}</p>
    ${bars(runsOf(frozen).runs)}
  </div>`;
}

function measured({ environment, startedAt }: ScriptReport, isFrozen: boolean): string {
  const date = dateOf(startedAt);
  const at = isFrozen || date === null ? "" : `, ${clock.format(date)}`;
  const where = `${originOf(environment)}${placeOf(environment)}, ${day(startedAt)}${at}`;
  return isFrozen ? `Measured elsewhere: ${where}. Run shows what comes of it here.` : `Measured here: ${where}.`;
}

function hasMarks({ comparison }: ScriptRuns): boolean {
  return comparison?.differing.some((lines) => lines.length > 0) ?? false;
}

function runtime(
  { name, title, about, document }: RuntimeWords,
  { runs, comparison }: ScriptRuns,
): TemplateResult | typeof nothing {
  const run = runs.find((candidate) => candidate.runtime === name);
  if (run === undefined) return nothing;
  const at = runs.filter(({ is }) => is === "done").indexOf(run);
  return html`<section class="runtime" data-model=${name} aria-label=${title}>
    <h3><span class="swatch"></span>${title} <small>${documentLink(document, about)}</small></h3>
    ${outcome(run, title, comparison?.differing[at])}
  </section>`;
}

function outcome(
  run: ScriptRun,
  title: string,
  differing: readonly number[] | undefined,
): TemplateResult {
  const label = `Printed ${inSentence(title)}`;
  switch (run.is) {
    case "waiting":
      return html`<p class="note">It runs next.</p>`;
    case "refused":
      return html`<p class="note">${sentenceOf(run.why)}</p>`;
    case "running":
      return run.output.length === 0 ? html`<p class="note">Running; it has printed nothing yet.</p>` : printed({ title: label, output: run.output, isLive: true });
    case "stopped":
      return html`<p class="note">Stopped. It had printed:</p> ${printed({ title: label, output: run.output })}`;
    case "done": {
      const { execution } = run;
      const { output, gap } = execution;
      return html`
        <p class="facts">${[time(execution), threads(execution), ...handOffs(execution), memory(execution)].join(" · ")}</p>
        ${printed({ title: label, output, differing, gap })} ${failed(execution)}
      `;
    }
  }
}
