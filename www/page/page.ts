import type { ModelInfo, Progress } from "../generated/types";
import type { Engine } from "../engine";
import { showAddress } from "./address";
import { plannedBars, withProgress } from "./charts/bars";
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
import { wasStopped } from "./failed";
import { settingsLine } from "./experiment";
import { clipped } from "./format";
import { fromHash, toHash } from "./link/link";
import { PackError } from "./link/pack";
import { named } from "./names";
import type { Drafts } from "./drafts";
import { baseOf, choiceOf, drafted, offering, ownProgram } from "./own";
import { Recorded } from "./recorded";
import { restore } from "./restore";
import type { Activity, Result, Said } from "./state";
import { Trade } from "./sweeping";
import { choicesOf, withLink } from "./travel/plan-choices";
import { Writing } from "./writing";

/** The state of the page and what can be done to it. After every change it asks to be drawn. */
export class Page {
  activity: Activity = { is: "loading" };
  engine: Engine | null = null;
  offer: Offer | null = null;
  /** What of a link or a report could not be used. */
  problems: string[] = [];
  said: Said | null = null;
  /** A report that was opened. */
  opened: Result | null = null;
  /** Which results are shown, where there are those of a run here and opened ones. */
  shows: "here" | "opened" = "here";
  /** Are the results of a link still to come? Drawn before them, the page would jump. */
  opening: boolean;
  /** Are all programs shown, to choose one of them? */
  browsing = false;
  readonly trade = new Trade(this);
  readonly recorded = new Recorded(this);
  readonly writing: Writing;
  #choices: Choices = {};
  #stop: AbortController | null = null;
  readonly #draw: (page: Page) => void;
  readonly #drafts: Drafts | null;

  constructor(draw: (page: Page) => void, opening = false, drafts: Drafts | null = null) {
    this.#draw = draw;
    this.#drafts = drafts;
    this.writing = new Writing(this, drafts);
    this.opening = opening;
    draw(this);
  }

  get settings(): Settings | null {
    return this.offer === null ? null : settle(this.#choices, this.offer);
  }

  get choices(): Choices {
    return this.#choices;
  }

  /** Is the engine measuring? */
  get busy(): boolean {
    return this.#stop !== null;
  }

  /** The results of a run here. */
  get here(): Result | null {
    return this.activity.is === "done" ? this.activity.result : null;
  }

  get shown(): Result | null {
    if (this.activity.is === "running") return null;
    return this.shows === "opened" ? this.opened : this.here;
  }

  /** What the shown results are compared with. */
  get other(): Result | null {
    return this.shows === "opened" ? this.here : this.opened;
  }

  /** By the names that are true of what is shown. */
  get models(): ModelInfo[] {
    return named(this.offer?.models ?? [], this.shown?.report);
  }

  async open(starting: Promise<Engine>): Promise<void> {
    try {
      const engine = await starting;
      const programs = engine.programs();
      const defaults = await engine.plan(toRequest({}, programs[0]?.id ?? ""));
      const own = drafted(this.#drafts?.all() ?? [], programs);
      const { cores } = engine.environment;
      this.offer = { programs, own, models: engine.models(), cores, defaults };
      this.engine = engine;
      this.recorded.end();
      await this.follow(location.hash);
      this.#become({ is: "idle" });
    } catch (error) {
      this.#become({ is: "unable", error });
      await this.recorded.show(location.hash);
    }
  }

  /** Takes over the choices of a link, and the results that it may carry. */
  async follow(hash: string): Promise<void> {
    if (this.activity.is === "unable") return this.recorded.show(hash, true);
    // Until then it is the address that is opened.
    const { engine } = this;
    if (engine === null) return;
    const link = await fromHash(hash);
    const { choices, problems, isPart } = await restore(link, engine, "The link");
    await this.#take(choices);
    const notes = isPart ? ["The usual settings are used instead."] : [];
    this.tell([...problems, ...notes]);
    if (link.report !== undefined) await this.openReport(link.report);
  }

  readonly change = (change: Change): void => {
    this.writing.keep(change, this.settings?.program.parameters ?? []);
    this.#choose(choose(this.#choices, change));
  };

  readonly chooseProgram = (id: string): void => {
    const own = this.offer?.own.find((program) => program.id === id);
    const chosen = own === undefined ? { program: id } : choiceOf(own);
    const choices = chooseProgram(this.#choices, chosen);
    this.writing.start(choices);
    this.#choose(choices);
    const isUnable = this.activity.is === "unable";
    void (isUnable ? this.recorded.show(location.hash) : this.writing.glance());
  };

  readonly browse = (browsing: boolean): void => {
    this.browsing = browsing;
    this.#draw(this);
  };

  /** The chosen program has this text from now on. */
  readonly edit = (text: string): void => {
    this.problems = [];
    this.said = null;
    this.writing.edit(text);
  };

  /** Takes over choices without another look at them; the address stays. */
  adopt(choices: Choices, offer: Offer): void {
    this.offer = offer;
    this.#choices = choices;
  }

  /** Takes over what follows from what is written. */
  write(choices: Choices, offer: Offer): void {
    this.adopt(choices, offer);
    // Browsers let an address change only so often: not with every letter.
    if (this.writing.isChecked) void this.#keepAddress(choices);
    this.#draw(this);
  }

  readonly run = async (): Promise<void> => {
    try {
      if (this.#choices.source !== undefined && !(await this.writing.accepts())) return;
      const { engine, settings, offer } = this;
      if (engine === null || settings === null || offer === null || this.busy) return;
      const models = named(offer.models).filter(({ id }) => settings.models.includes(id));
      const bars = plannedBars(models, settings.workers);
      this.shows = "here";
      this.said = null;
      this.#become({ is: "running", about: settingsLine(settings), bars, progress: null });
      const request = settledRequest(this.#choices, settings);
      const onProgress = (progress: Progress): void => this.#advance(progress);
      const report = await this.measure((signal) => engine.run(request, { onProgress, signal }));
      this.#become({ is: "done", result: await withLink(report, offer) });
    } catch (error) {
      if (this.opened !== null) this.shows = "opened";
      this.#become(wasStopped(error) ? { is: "stopped" } : { is: "failed", error });
    }
  };

  /** Ends whatever is being measured. */
  readonly stop = (): void => this.#stop?.abort();

  /** Shows a report from anywhere, once the engine has checked it. */
  readonly openReport = async (found: unknown): Promise<void> => {
    const { engine, offer } = this;
    if (engine === null || offer === null) return;
    if (this.busy) {
      this.tell(["A report can be opened when nothing is being measured."]);
      return;
    }
    try {
      this.opened = await withLink(await engine.analyze(found), offer);
      this.shows = "opened";
      this.said = null;
      this.#draw(this);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.tell([`This is no report that can be shown (${clipped(reason, 300)}).`]);
    }
  };

  readonly closeReport = (): void => {
    this.opened = null;
    this.shows = "here";
    this.#choose(this.#choices);
  };

  readonly show = (which: "here" | "opened"): void => {
    this.shows = which;
    this.#draw(this);
  };

  /** Takes over the opened report's plan, as far as it can be had here, and runs it. */
  readonly runOpened = async (): Promise<void> => {
    const { opened, engine, offer } = this;
    if (opened === null || engine === null || offer === null || this.busy) return;
    const wanted = { choices: choicesOf(opened.report.plan, offer), problems: [] };
    const { choices, problems } = await restore(wanted, engine, "The report");
    await this.#take(choices);
    this.#choose(choices);
    this.tell(problems);
    await this.run();
  };

  readonly say = (said: Said | null): void => {
    this.said = said;
    this.#draw(this);
  };

  /** Makes these the choices; a program of the reader's own becomes one of those on offer. */
  async #take(choices: Choices): Promise<void> {
    const { source } = choices;
    if (source !== undefined && this.offer !== null) {
      const own = ownProgram(source, [], baseOf(choices, this.offer.programs));
      this.offer = offering(this.offer, own);
    }
    this.#choices = choices;
    this.writing.start(choices);
    await this.writing.glance();
    this.#draw(this);
  }

  async measure<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    this.#stop = stop;
    try {
      return await run(stop.signal);
    } finally {
      this.#stop = null;
    }
  }

  #advance(progress: Progress): void {
    if (this.activity.is !== "running") return;
    this.#become({ ...this.activity, bars: withProgress(this.activity.bars, progress), progress });
  }

  #choose(choices: Choices): void {
    this.#choices = choices;
    this.problems = [];
    this.said = null;
    void this.#keepAddress(choices);
    this.#draw(this);
  }

  /** The address always is a link to what is chosen. */
  async #keepAddress(choices: Choices): Promise<void> {
    try {
      const hash = await toHash(choices);
      if (choices === this.#choices) showAddress(hash);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      this.tell([`The address cannot hold this program: ${error.message}.`]);
    }
  }

  redraw(): void {
    this.#draw(this);
  }

  tell(problems: string[]): void {
    this.problems = problems;
    this.#draw(this);
  }

  #become(activity: Activity): void {
    this.opening = false;
    this.activity = activity;
    this.#draw(this);
  }
}
