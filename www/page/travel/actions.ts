/** What the section "Save and share" does. Each says what came of it. */
import type { PlanRequest, ScriptReport } from "../../generated/types";
import { fileNameOf } from "../about";
import { addressOf } from "../address";
import { settledRequest, toRequest } from "../choices";
import { download } from "../download";
import { day, sentenceOf } from "../format";
import { toHash, toReportHash, toScriptReportHash } from "../link/link";
import { PackError } from "../link/pack";
import type { Page } from "../page";
import type { Result } from "../state";
import { copy } from "./clipboard";
import { toChromeTrace } from "./export/chrome-trace";
import { toCsv } from "./export/csv";
import { toMarkdown } from "./export/markdown";
import { choicesOf } from "./plan-choices";

export async function copyLink(page: Page): Promise<void> {
  await give(page, toHash(page.choices).then(addressOf), "The link to this experiment is copied.");
}

export async function copyResultsLink(page: Page, { report }: Result): Promise<void> {
  await give(
    page,
    toReportHash(report).then(addressOf),
    "The link with these results is copied. It leaves out the timelines; JSON has them.",
  );
}

export async function copyMarkdown(page: Page, { report, link }: Result): Promise<void> {
  const table = toMarkdown(report, page.models, link);
  await give(page, Promise.resolve(table), "The Markdown table is copied.");
}

export function saveJson(page: Page, result: Result): void {
  save(page, result, "json", "application/json", JSON.stringify(result.report, null, 2));
}

export function saveCsv(page: Page, result: Result): void {
  save(page, result, "csv", "text/csv", toCsv(result.report));
}

export function saveTrace(page: Page, result: Result): void {
  const trace = toChromeTrace(result.report, page.models);
  if (trace === null) page.say({ text: "These results have no timelines to save." });
  else save(page, result, "trace.json", "application/json", trace);
}

export async function copyScriptLink(page: Page, report: ScriptReport): Promise<void> {
  await give(
    page,
    toScriptReportHash(report).then(addressOf),
    "The link with these results is copied. Who opens it sees them at once, and can run it there.",
  );
}

export function saveScriptJson(page: Page, report: ScriptReport): void {
  const name = `${fileNameOf("script")}-${day(report.startedAt)}.json`;
  saveAs(page, name, "application/json", JSON.stringify(report, null, 2));
}

/** The experiment as a script for the reader's own Python: the shown one, or the chosen one. */
export async function saveScript(page: Page): Promise<void> {
  const { engine, offer, settings, shown } = page;
  if (engine === null || offer === null || settings === null) return;
  const { program } = settings;
  const plan = shown?.report.plan;
  const request: PlanRequest =
    plan === undefined
      ? settledRequest(page.choices, settings)
      : toRequest(choicesOf(plan, offer), program.id);
  const id = request.program ?? null;
  const name = id === null ? "gil_playground.py" : `gil_playground_${id}.py`;
  try {
    const script = await engine.script(request);
    download(new Blob([script], { type: "text/x-python" }), name);
    page.say({ text: `Saved. Run it with: python3 ${name} — then import the report it writes.` });
  } catch (error) {
    page.say({ text: `There is no script: ${reasonOf(error)}` });
  }
}

async function give(page: Page, text: Promise<string>, done: string): Promise<void> {
  const isCopied = await copy(text);
  try {
    const field = await text;
    const refused = { text: "The browser did not let it be copied. Here it is:", field };
    page.say(isCopied ? { text: done } : refused);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    page.say({ text: `There is no such link: ${error.message}. Save JSON instead.` });
  }
}

function save(page: Page, { report }: Result, ending: string, type: string, text: string): void {
  saveAs(page, `${fileNameOf(report.plan.program)}-${day(report.startedAt)}.${ending}`, type, text);
}

function saveAs(page: Page, name: string, type: string, text: string): void {
  download(new Blob([text], { type }), name);
  page.say({ text: `${name} is saved.` });
}

function reasonOf(error: unknown): string {
  return sentenceOf(error instanceof Error ? error.message : String(error));
}
