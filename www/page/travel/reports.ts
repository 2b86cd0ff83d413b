import type { ScriptReport } from "../../generated/types";
import { choicesOfScript } from "../choices";
import type { Page } from "../page";
import { clipped } from "../format";
import { restore } from "../restore";
import { choicesOf, withLink } from "./plan-choices";

/** Does it claim to be the report of a script? */
export function claimsScript(found: unknown): boolean {
  const { plan } = Object(found) as { plan?: unknown };
  return Object.hasOwn(Object(plan), "runtimes");
}

/** Reports that are opened, from anywhere: shown in the place of what was measured here, or beside it. */
export class Reports {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Shows one, once the engine has checked it. */
  async open(found: unknown): Promise<void> {
    const page = this.#page;
    const { engine, offer } = page;
    if (engine === null || offer === null) return;
    if (page.busy) {
      page.tell(["A report can be opened when nothing is being measured."]);
      return;
    }
    try {
      if (claimsScript(found)) return await this.#freeze(await engine.analyzeScript(found));
      page.opened = await withLink(await engine.analyze(found), offer);
      this.#show("opened");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      page.tell([`This is no report that can be shown (${clipped(reason, 300)}).`]);
    }
  }

  /** The report of a script stands where the results of a run here will. */
  async #freeze(report: ScriptReport): Promise<void> {
    const page = this.#page;
    page.opened = null;
    page.script.frozen = report;
    page.script.isOfHere = false;
    page.script.result = null;
    await page.take(choicesOfScript(report.plan));
    this.#show("here");
  }

  readonly close = (): void => {
    this.#page.opened = null;
    this.#page.shows = "here";
    this.#page.change({});
  };

  /** The other results, where there are two. */
  readonly swap = (): void => {
    this.#show(this.#page.shows === "opened" ? "here" : "opened");
  };

  /** Takes over the opened report's plan, as far as it can be had here, and runs it. */
  readonly run = async (): Promise<void> => {
    const page = this.#page;
    const { opened, engine, offer } = page;
    if (opened === null || engine === null || offer === null || page.busy) return;
    const wanted = { choices: choicesOf(opened.report.plan, offer), problems: [] };
    const { choices, problems } = await restore(wanted, engine, "The report");
    await page.take(choices);
    page.change({});
    page.tell(problems);
    await page.run();
  };

  #show(which: "here" | "opened"): void {
    this.#page.shows = which;
    this.#page.say(null);
  }
}
