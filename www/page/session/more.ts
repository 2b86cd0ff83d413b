import type { Engine } from "../../engine";
import type { Report, ScriptReport } from "../../generated/types";
import { choicesOfScript, toRequest } from "../choices";
import { messageOf } from "../../engine/errors";
import { wasStopped } from "../failed";
import type { Page } from "../page";
import { argumentsOf } from "../script/words";
import { choicesOf } from "../travel/plan-choices";

/** Timed runs that are added at once: then it is looked whether it is clear now. */
const SAMPLES = 3;
/** What takes longer is run once for that. */
const LONG_MS = 3000;
/** How long to wait when something else runs on the device. */
const BUSY_MS = 3000;

export type Measuring =
  | { is: "none"; trouble: string }
  /** `endMs` is when it ends at the latest, by the clock of `Date`; null: after what is added now. */
  | { is: "running"; endMs: number | null; pause: "hidden" | "busy" | null };

/** Adds samples to the results that are shown. What was added stays when it is stopped. */
export class More {
  state: Measuring = { is: "none", trouble: "" };
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get isRunning(): boolean {
    return this.state.is === "running";
  }

  /** The results that samples can be added to: those of a run here, of what is chosen. */
  get report(): Report | ScriptReport | null {
    const { isScript, script, here, shows, settings } = this.#page;
    if (isScript) return script.result?.source === settings?.program.source ? (script.result?.report ?? null) : null;
    return shows === "here" ? (here?.report ?? null) : null;
  }

  /** A few more, or until it is clear or so many milliseconds are over. */
  readonly measure = async (forMs: number | null = null): Promise<void> => {
    const { engine, busy } = this.#page;
    if (engine === null || busy || this.report === null) return;
    const endMs = forMs === null ? null : Date.now() + forMs;
    this.#become({ is: "running", endMs, pause: null });
    let trouble = "";
    try {
      await this.#page.measure((signal) => this.#until(engine, endMs, signal));
    } catch (error) {
      trouble = wasStopped(error) ? "" : messageOf(error);
    }
    this.#become({ is: "none", trouble });
  };

  async #until(engine: Engine, endMs: number | null, signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#quiet(signal);
      await this.#add(engine, signal);
      if (endMs === null || Date.now() >= endMs || this.report?.clear !== false || signal.aborted) return;
      if (this.report.disturbed) await this.#pause("busy", elapsed(BUSY_MS, signal));
    }
  }

  /** A page that is not seen is given less of the device. */
  async #quiet(signal: AbortSignal): Promise<void> {
    if (document.hidden) await this.#pause("hidden", seen(signal));
  }

  async #pause(pause: "hidden" | "busy", over: Promise<void>): Promise<void> {
    if (this.state.is !== "running") return;
    this.#become({ ...this.state, pause });
    await over;
    this.#become({ ...this.state, pause: null });
  }

  async #add(engine: Engine, signal: AbortSignal): Promise<void> {
    const before = this.report;
    const { offer } = this.#page;
    if (before === null || offer === null) return;
    if (isOfScript(before)) {
      const { source = "", argv = "", stdin = "", switchIntervalMs = 5 } = choicesOfScript(before.plan);
      const samples = before.results.some(({ medianMs }) => medianMs > LONG_MS) ? 1 : SAMPLES;
      const { runtimes, virtualThreads } = before.plan;
      const request = { source, runtimes, args: argumentsOf(argv), stdin, virtualThreads, switchIntervalMs, samples };
      await this.#page.session.found(await engine.addScript(before, await engine.run(request, { signal })));
    } else {
      const request = toRequest(choicesOf(before.plan, offer), "");
      const more = await engine.run({ ...request, size: "default", samples: SAMPLES, warmups: 1 }, { signal });
      await this.#page.session.found(await engine.add(before, more));
    }
  }

  #become(state: Measuring): void {
    this.state = state;
    this.#page.redraw();
  }
}

export function isOfScript(report: Report | ScriptReport): report is ScriptReport {
  return "runtimes" in report.plan;
}

function elapsed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function seen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    signal.addEventListener("abort", look);
  });
}
