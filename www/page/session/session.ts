import type { Report, ScriptReport } from "../../generated/types";
import { choicesOfScript } from "../choices";
import { fromHash, toReportHash, toScriptReportHash } from "../link/link";
import type { Page } from "../page";
import { runsOf } from "../script/executing";
import { choicesOf, withLink } from "../travel/plan-choices";
import { claimsScript } from "../travel/reports";
import { isOfScript } from "./more";

/** More than that nobody looks through. */
const MOST = 20;
const KEY = "gil-playground.runs";
/** Letters that are kept for when the page is loaded again; browsers take some five million. */
const LONGEST = 2_000_000;

/** A run here: results that can be shown again. */
export interface Run {
  report: Report | ScriptReport;
}

/** The runs since the page was opened, the last one first. They outlast a reload, as links would. */
export class Session {
  runs: readonly Run[] = [];
  readonly #page: Page;
  /** Null where nothing is kept: in a frame. */
  readonly #storage: Storage | null;

  constructor(page: Page, storage: Storage | null) {
    this.#page = page;
    this.#storage = storage;
  }

  /** A run has ended, or more was added to one. */
  add(report: Report | ScriptReport): void {
    const others = this.runs.filter((run) => run.report.startedAt !== report.startedAt);
    this.runs = [{ report }, ...others].slice(0, MOST);
    void this.#keep();
  }

  /** These are the results now: of a run, or of one that more was added to. */
  async found(report: Report | ScriptReport): Promise<void> {
    this.add(report);
    await this.#put(report);
  }

  async #put(report: Report | ScriptReport): Promise<void> {
    const page = this.#page;
    if (isOfScript(report)) {
      page.script.result = runsOf(report);
      page.become({ is: "executed" });
    } else if (page.offer !== null) {
      page.become({ is: "done", result: await withLink(report, page.offer) });
    }
  }

  /** Is it the one that is shown? */
  isShown({ report }: Run): boolean {
    const { isScript, script, shown } = this.#page;
    return report === (isScript ? script.result?.report : shown?.report);
  }

  /** Its program with its settings, and its results. */
  readonly show = async ({ report }: Run): Promise<void> => {
    const page = this.#page;
    if (page.busy || page.offer === null) return;
    page.opened = null;
    page.shows = "here";
    page.script.frozen = null;
    await page.take(isOfScript(report) ? choicesOfScript(report.plan) : choicesOf(report.plan, page.offer));
    page.change({});
    await this.#put(report);
  };

  /** Is it of the kind of what is shown, and another one? */
  isComparable(run: Run): boolean {
    const { report } = this.#page.more;
    return report !== null && isOfScript(report) === isOfScript(run.report) && !this.isShown(run);
  }

  /** Puts it beside what is shown. */
  readonly compare = async ({ report }: Run): Promise<void> => {
    const page = this.#page;
    if (page.busy || page.offer === null) return;
    if (isOfScript(report)) page.script.beside(report);
    else page.opened = await withLink(report, page.offer);
    page.redraw();
  };

  readonly remove = (run: Run): void => {
    this.runs = this.runs.filter((other) => other !== run);
    void this.#keep();
    this.#page.redraw();
  };

  /** Those of before the page was loaded again; the last one is shown if it is of what is chosen. */
  async restore(): Promise<void> {
    const { engine, settings } = this.#page;
    if (engine === null || this.#storage === null) return;
    const kept = this.#read();
    const found: Run[] = [];
    for (const hash of kept) {
      const { report } = await fromHash(hash);
      const analyzed = claimsScript(report) ? engine.analyzeScript(report) : engine.analyze(report);
      const sound = await analyzed.catch(() => null);
      if (sound !== null) found.push({ report: sound });
    }
    this.runs = [...this.runs, ...found].slice(0, MOST);
    const last = found.find(({ report }) => report.plan.source === settings?.program.source);
    const { activity, opened, script } = this.#page;
    const isFree = activity.is === "idle" && opened === null && script.frozen === null;
    if (isFree && last !== undefined) {
      await this.#put(last.report);
    } else {
      this.#page.redraw();
    }
  }

  /** What cannot be kept is gone with the page; that is all. */
  async #keep(): Promise<void> {
    if (this.#storage === null) return;
    const kept: string[] = [];
    let letters = 0;
    for (const { report } of this.runs) {
      const hash = await (isOfScript(report) ? toScriptReportHash(report) : toReportHash(report)).catch(() => "");
      letters += hash.length;
      if (hash !== "" && letters <= LONGEST) kept.push(hash);
    }
    try {
      this.#storage.setItem(KEY, JSON.stringify(kept));
    } catch {
      this.#storage.removeItem(KEY);
    }
  }

  #read(): string[] {
    try {
      const found: unknown = JSON.parse(this.#storage?.getItem(KEY) ?? "[]");
      return Array.isArray(found) ? found.filter((hash) => typeof hash === "string") : [];
    } catch {
      return [];
    }
  }
}
