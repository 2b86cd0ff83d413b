import type { Plan, PlanRequest, Progress, Report } from "../generated/types";
import type { Engine } from "../engine";
import { plannedBars, withProgress, type Bar } from "./charts/bars";
import {
  choose,
  chooseProgram,
  settle,
  settledRequest,
  toRequest,
  type Change,
  type Choices,
  type Offer,
  type Settings,
} from "./choices";
import { isEngineError } from "./failed";
import { settingsLine } from "./experiment";
import { fromHash, toHash } from "./link";
import { restore } from "./restore";

/** What the page is doing, or what came of it. */
export type Activity =
  | { is: "loading" }
  | { is: "unable"; error: unknown }
  | { is: "idle" }
  | { is: "running"; about: string; bars: Bar[]; progress: Progress | null }
  | { is: "stopped" }
  | { is: "failed"; error: unknown }
  | { is: "done"; report: Report };

/** The state of the page and what can be done to it. After every change it asks to be drawn. */
export class Page {
  activity: Activity = { is: "loading" };
  engine: Engine | null = null;
  offer: Offer | null = null;
  /** What of the link could not be used. */
  problems: string[] = [];
  #choices: Choices = {};
  #stop: AbortController | null = null;
  readonly #draw: (page: Page) => void;

  constructor(draw: (page: Page) => void) {
    this.#draw = draw;
    draw(this);
  }

  get settings(): Settings | null {
    return this.offer === null ? null : settle(this.#choices, this.offer);
  }

  async open(starting: Promise<Engine>): Promise<void> {
    try {
      const engine = await starting;
      const programs = engine.programs();
      const defaults = await engine.plan(toRequest({}, programs[0]?.id ?? ""));
      const { cores } = engine.environment;
      this.offer = { programs, models: engine.models(), cores, defaults };
      this.engine = engine;
      await this.follow(location.hash);
      this.#become({ is: "idle" });
    } catch (error) {
      this.#become({ is: "unable", error });
    }
  }

  /** Takes over the choices of a link. */
  async follow(hash: string): Promise<void> {
    const { engine, offer } = this;
    if (engine === null || offer === null || hash === toHash(this.#choices)) return;
    const usual = offer.programs[0]?.id ?? "";
    const plan = (request: PlanRequest): Promise<Plan> => engine.plan(request);
    const { choices, problems } = await restore(fromHash(hash), usual, plan);
    this.problems = problems;
    this.#choices = choices;
    this.#draw(this);
  }

  readonly change = (change: Change): void => this.#choose(choose(this.#choices, change));

  readonly chooseProgram = (program: string): void =>
    this.#choose(chooseProgram(this.#choices, program));

  readonly run = async (): Promise<void> => {
    const { engine, settings, offer } = this;
    if (engine === null || settings === null || offer === null || this.#stop !== null) return;
    const models = offer.models.filter(({ id }) => settings.models.includes(id));
    const bars = plannedBars(models, settings.workers);
    const stop = new AbortController();
    this.#stop = stop;
    this.#become({ is: "running", about: settingsLine(settings), bars, progress: null });
    try {
      const report = await engine.run(settledRequest(this.#choices, settings), {
        onProgress: (progress) => this.#advance(progress),
        signal: stop.signal,
      });
      this.#stop = null;
      this.#become({ is: "done", report });
    } catch (error) {
      this.#stop = null;
      const wasStopped = isEngineError(error) && error.kind === "aborted";
      this.#become(wasStopped ? { is: "stopped" } : { is: "failed", error });
    }
  };

  readonly stop = (): void => this.#stop?.abort();

  #advance(progress: Progress): void {
    if (this.activity.is !== "running") return;
    const bars = withProgress(this.activity.bars, progress);
    this.#become({ ...this.activity, bars, progress });
  }

  #choose(choices: Choices): void {
    this.#choices = choices;
    this.problems = [];
    // The address always is a link to what is chosen; going back leaves the page, as it should.
    history.replaceState(null, "", toHash(choices) || location.pathname + location.search);
    this.#draw(this);
  }

  #become(activity: Activity): void {
    this.activity = activity;
    this.#draw(this);
  }
}
