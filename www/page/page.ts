import type { ModelInfo, Progress } from "../generated/types";
import type { Engine } from "../engine";
import { showAddress } from "./address";
import { plannedBars, withProgress } from "./charts/bars";
import {
  choose,
  chooseProgram,
  offerOf,
  scriptRequest,
  OWN,
  settle,
  settledRequest,
  type Change,
  type Choices,
  type Offer,
  type Settings,
} from "./choices";
import { stopped, wasStopped } from "./failed";
import { settingsLine } from "./experiment";
import { needsScripts, offerDrafts, offerScripts } from "./gallery/bundled";
import { More } from "./session/more";
import { Session } from "./session/session";
import { Lessons } from "./lessons/opened";
import { fromHash, toHash } from "./link/link";
import { PackError } from "./link/pack";
import type { Drafts } from "./drafts";
import { baseOf, choiceOf, offering, ownProgram, UNKNOWN } from "./own";
import { Recorded } from "./recorded";
import { restore } from "./restore";
import { Executing } from "./script/executing";
import type { Activity, Result, Said } from "./state";
import { Trade } from "./sweeping";
import { Reports } from "./travel/reports";
import { Writing } from "./writing";

/** The state of the page and what can be done to it. After every change it asks to be drawn. */
export class Page {
  activity: Activity = { is: "loading" };
  engine: Engine | null = null;
  offer: Offer | null = null;
  /** What of a link or a report could not be used. */
  problems: string[] = [];
  said: Said | null = null;
  /** A report that was opened: see `Reports`. */
  opened: Result | null = null;
  /** Which results are shown, where there are those of a run here and opened ones. */
  shows: "here" | "opened" = "here";
  /** Are the results of a link still to come? Drawn before them, the page would jump. */
  opening: boolean;
  /** Are all programs shown, to choose one of them? */
  browsing = false;
  readonly trade = new Trade(this);
  readonly script = new Executing(this);
  readonly recorded = new Recorded(this);
  readonly reports = new Reports(this);
  readonly lessons = new Lessons(this);
  readonly more = new More(this);
  readonly session: Session;
  readonly writing: Writing;
  #choices: Choices = {};
  #stop: AbortController | null = null;
  readonly #draw: (page: Page) => void;
  readonly #drafts: Drafts | null;

  constructor(draw: (page: Page) => void, opening = false, drafts: Drafts | null = null, storage: Storage | null = null) {
    this.session = new Session(this, storage);
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

  /** Does the program run, whatever its kind? */
  get isRunning(): boolean {
    return this.activity.is === "running" || this.activity.is === "executing";
  }

  /** Is a script chosen, and no report shown in the place of its results? */
  get isScript(): boolean {
    const isReport = this.shows === "opened" && this.opened !== null;
    return this.settings?.program.kind === "script" && !isReport;
  }

  /** The results of a run here. */
  get here(): Result | null {
    return this.activity.is === "done" ? this.activity.result : null;
  }

  get shown(): Result | null {
    if (this.isRunning || this.isScript) return null;
    return this.shows === "opened" ? this.opened : this.here;
  }

  /** What the shown results are compared with. */
  get other(): Result | null {
    return this.shows === "opened" ? this.here : this.opened;
  }

  get models(): readonly ModelInfo[] {
    return this.offer?.models ?? [];
  }

  async open(starting: Promise<Engine>): Promise<void> {
    try {
      const engine = await starting;
      this.offer = await offerOf(engine);
      await offerDrafts(this, this.#drafts?.all() ?? []);
      this.engine = engine;
      this.recorded.end();
      await this.follow(location.hash);
      this.become({ is: "idle" });
      await this.session.restore();
    } catch (error) {
      this.become({ is: "unable", error });
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
    if (needsScripts(link.choices)) await offerScripts(this);
    const { choices, problems, isPart } = await restore(link, engine, "The link");
    await this.take(choices);
    const notes = isPart ? ["The usual settings are used instead."] : [];
    this.tell([...problems, ...notes]);
    if (link.report !== undefined) await this.reports.open(link.report);
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
    void this.lessons.follow(choices);
    this.#choose(choices, true);
    void (this.activity.is === "unable" ? this.recorded.show(location.hash) : this.writing.glance());
  };

  /** A program of the reader's own, the last one or an empty one, to paste another one over. */
  readonly startOwn = (): void => {
    const { offer } = this;
    if (offer === null) return;
    if (offer.own.every(({ id }) => id !== OWN)) {
      this.offer = offering(offer, ownProgram("", { kind: "script", parameters: [] }));
    }
    this.browsing = false;
    this.chooseProgram(OWN);
  };

  readonly browse = (browsing: boolean): void => {
    this.browsing = browsing;
    this.#draw(this);
    if (browsing) void offerScripts(this).then(this.redraw, () => undefined);
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
      if (settings.program.kind === "script") return await this.#execute(engine, settings);
      const models = offer.models.filter(({ id }) => settings.models.includes(id));
      const bars = plannedBars(models, settings.workers);
      this.shows = "here";
      this.said = null;
      this.become({ is: "running", about: settingsLine(settings), bars, progress: null });
      const request = settledRequest(this.#choices, settings);
      const onProgress = (progress: Progress): void => this.#advance(progress);
      const report = await this.measure((signal) => engine.run(request, { onProgress, signal }));
      await this.session.found(report);
    } catch (error) {
      if (this.opened !== null && !this.isScript) this.shows = "opened";
      this.become(wasStopped(error) ? stopped(this.activity) : { is: "failed", error });
    }
  };

  async #execute(engine: Engine, settings: Settings): Promise<void> {
    this.shows = "here";
    this.said = null;
    this.become({ is: "executing" });
    await this.measure((signal) => this.script.run(engine, scriptRequest(settings), signal));
    if (this.script.result?.report) this.session.add(this.script.result.report);
    this.become({ is: "executed" });
  }

  /** Ends whatever is being measured. */
  readonly stop = (): void => this.#stop?.abort();

  readonly say = (said: Said | null): void => {
    this.said = said;
    this.#draw(this);
  };

  /** Makes these the choices; a program of the reader's own becomes one of those on offer. */
  async take(choices: Choices): Promise<void> {
    const { source } = choices;
    if (source !== undefined && this.offer !== null) {
      const own = ownProgram(source, UNKNOWN, baseOf(choices, this.offer.programs));
      this.offer = offering(this.offer, own);
    }
    this.#choices = choices;
    this.writing.start(choices);
    await Promise.all([this.writing.glance(), this.lessons.follow(choices)]);
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
    this.become({ ...this.activity, bars: withProgress(this.activity.bars, progress), progress });
  }

  #choose(choices: Choices, isStep = false): void {
    this.#choices = choices;
    // What had been measured was of what was chosen then.
    if (this.activity.is === "stopped") this.activity = { is: "idle" };
    this.problems = [];
    this.said = null;
    void this.#keepAddress(choices, isStep);
    this.#draw(this);
  }

  /** The address always is a link to what is chosen. */
  async #keepAddress(choices: Choices, isStep = false): Promise<void> {
    try {
      const hash = await toHash(choices);
      if (choices === this.#choices) showAddress(hash, isStep);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      this.tell([`The address cannot hold this program: ${error.message}.`]);
    }
  }

  readonly redraw = (): void => this.#draw(this);

  tell(problems: string[]): void {
    this.problems = problems;
    this.#draw(this);
  }

  become(activity: Activity): void {
    this.opening = false;
    this.activity = activity;
    this.#draw(this);
  }
}
