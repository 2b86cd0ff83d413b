import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Report, ScriptReport } from "../../generated/types";
import { titleOf } from "../charts/chart";
import { clipped, dateOf, duration, times, workersName } from "../format";
import type { Page } from "../page";
import { RUNTIMES } from "../script/runtimes";
import { isOfScript } from "./more";
import type { Run } from "./session";

const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium" });

/** The runs since the page was opened: to show again, to compare, to delete. */
export function sessionSection(page: Page): TemplateResult | typeof nothing {
  const { runs } = page.session;
  if (runs.length === 0) return nothing;
  return html`<section class="session" aria-labelledby="session">
    <h2 id="session">Runs of this session</h2>
    <ol>
      ${runs.map((run) => row(page, run))}
    </ol>
  </section>`;
}

function row(page: Page, run: Run): TemplateResult {
  const { session, busy } = page;
  const { report } = run;
  const isShown = session.isShown(run);
  const date = dateOf(report.startedAt);
  const name = `${nameOf(page, report)}, ${date === null ? "" : clock.format(date)}`;
  const button = (words: string, act: () => void, isOff = false): TemplateResult =>
    html`<button type="button" aria-label=${`${words}: ${name}`} ?disabled=${busy || isOff} @click=${act}>${words}</button>`;
  return html`<li aria-current=${isShown ? "true" : nothing}>
    <span><strong>${name}</strong> <small>${outcome(page, report)}</small></span>
    <span class="actions">
      ${button("Show", () => void session.show(run), isShown)}
      ${button("Compare", () => void session.compare(run), !session.isComparable(run))}
      ${button("Delete", () => session.remove(run))}
    </span>
  </li>`;
}

function nameOf({ offer, lessons }: Page, { plan }: Report | ScriptReport): string {
  if ("program" in plan && plan.program !== null) {
    return offer?.programs.find(({ id }) => id === plan.program)?.title ?? plan.program;
  }
  const title = offer?.programs.find(({ source }) => source === plan.source)?.title ?? lessons.titleOf(plan.source);
  if (title !== undefined) return title;
  // Its first line that says something.
  const line = plan.source.split("\n").find((text) => /\w/.test(text)) ?? "";
  return clipped(line.replaceAll('"""', "").trim(), 40);
}

function outcome({ models }: Page, report: Report | ScriptReport): string {
  if (isOfScript(report)) {
    return report.results
      .map(({ runtime, execution, medianMs }) => {
        const title = RUNTIMES.find(({ name }) => name === runtime)?.title ?? runtime;
        return `${title} ${execution === null ? "not run" : duration(medianMs)}`;
      })
      .join(" · ");
  }
  const most = Math.max(...report.plan.workers);
  const found = report.results.flatMap(({ workers, model, speedup }) =>
    workers === most && speedup !== null ? [`${titleOf(model, models)} ${times(speedup.value)}`] : [],
  );
  return [workersName(most), ...found].join(" · ");
}
