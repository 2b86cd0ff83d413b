import type { Engine } from "../engine";
import type { ModelInfo, Report, ScriptReport } from "../generated/types";
import { addressOf, showAddress } from "../page/address";
import { choose, toRequest, type Choices } from "../page/choices";
import { withoutScripts } from "../page/gallery/bundled";
import { isEngineError } from "../page/failed";
import { sentenceOf } from "../page/format";
import { toHash } from "../page/link/link";
import { Page } from "../page/page";
import type { settingsView } from "../page/settings/settings";
import { linkOf } from "./attributes";
import { missingModels, previewOf } from "./preview";
import type { Trouble } from "./protocol";
import type { scriptView } from "./script-view";
import { inTurn } from "./turns";

/** How a run ends that has no report. */
export class EmbedError extends Error {
  readonly kind: Trouble["kind"];

  constructor({ kind, message }: Trouble) {
    super(message);
    this.name = kind === "aborted" ? "AbortError" : "EmbedError";
    this.kind = kind;
  }
}

/** The state of the page inside a frame: a page whose engine is not loaded before it is needed. */
export class Embed {
  page: Page;
  /** Is another playground measuring? */
  waiting = false;
  /** What was asked for and cannot run here, in words. */
  missing: string[] = [];
  /** What draws the settings: loaded once the reader opens them. */
  settingsView: typeof settingsView | null = null;
  /** Did it fail to load? */
  settingsMissing = false;
  /** What draws a script: loaded once there is one. */
  scriptView: typeof scriptView | null = null;
  /** The address of the whole page with the same experiment. */
  full = "./";
  #asked = "";
  /** What was last to be shown is. */
  #shown = Promise.resolve();
  /** The page's choices as the link made them; others are the reader's. */
  #given: Choices | null = null;
  #engine: Promise<Engine> | null = null;
  #stop: AbortController | null = null;
  readonly #draw: (embed: Embed) => void;
  readonly #startEngine: () => Promise<Engine>;

  constructor(startEngine: () => Promise<Engine>, draw: (embed: Embed) => void) {
    this.#startEngine = startEngine;
    this.#draw = draw;
    this.page = new Page((page) => this.#drawn(page));
  }

  get busy(): boolean {
    return this.#stop !== null;
  }

  /** Shows what a hash asks for, after what was to be shown before. */
  follow(hash: string): Promise<void> {
    const follow = async (): Promise<void> => this.#follow(await linkOf(hash));
    this.#shown = this.#shown.then(follow, follow);
    return this.#shown;
  }

  /** Only results need the engine for that. */
  async #follow(hash: string): Promise<void> {
    const { choices, offer, problems, hasReport } = await previewOf(hash);
    this.stop();
    const page = new Page((drawn) => this.#drawn(drawn));
    page.offer = offer;
    page.activity = { is: "idle" };
    page.change(choices);
    await page.lessons.follow(choices);
    page.problems = problems;
    this.page = page;
    this.#asked = hash;
    this.#given = page.choices;
    this.missing = missingModels(choices, offer.models).map(missingLine);
    this.#drawn(page);
    if (hasReport) await this.#open(hash);
  }

  /**
   * Runs what is chosen, when it is this playground's turn. A program that asks is refused where
   * the link cannot be followed to the letter; a reader has been told, and runs what is shown.
   */
  async run({ strictly }: { strictly: boolean }): Promise<Report | ScriptReport> {
    // One that could not be shown says so itself.
    await this.#shown.catch(() => undefined);
    if (this.busy) throw new EmbedError({ kind: "busy", message: "It is running already." });
    const { page } = this;
    if (strictly && page.problems.length > 0) throw badLink(page);
    const stop = new AbortController();
    this.#stop = stop;
    try {
      return await inTurn(() => this.#measure(stop.signal), {
        signal: stop.signal,
        onWait: () => this.#wait(true),
      });
    } catch (error) {
      if (stop.signal.aborted) throw aborted();
      throw error;
    } finally {
      this.#stop = null;
      this.#wait(false);
    }
  }

  /** A reader is about to run: what that needs can be loaded meanwhile. */
  readonly prepare = (): void => {
    if (this.#engine !== null) return;
    const engine = this.#startEngine();
    this.#engine = engine;
    // One that did not start is tried again by the run, which tells why.
    engine.catch(() => {
      if (this.#engine === engine && this.page.engine === null) this.#engine = null;
    });
  };

  readonly stop = (): void => {
    this.#stop?.abort();
    this.page.stop();
  };

  readonly openSettings = async (): Promise<void> => {
    if (this.settingsView !== null) return;
    try {
      ({ settingsView: this.settingsView } = await import("../page/settings/settings"));
      this.settingsMissing = false;
    } catch {
      this.settingsMissing = true;
    }
    this.#draw(this);
  };

  async #measure(signal: AbortSignal): Promise<Report | ScriptReport> {
    this.#wait(false);
    const { page } = this;
    if (page.engine === null) {
      await this.#open(null);
      if (signal.aborted) throw aborted();
      // What only the engine could find has not been seen by anybody yet.
      if (page.problems.length > 0) throw badLink(page);
    }
    await page.run();
    const { activity, script } = page;
    if (activity.is === "executed" && script.result?.report) return script.result.report;
    if (activity.is === "done") return activity.result.report;
    if (activity.is === "failed") throw activity.error;
    const [problem] = page.writing.problems;
    if (problem !== undefined) throw new EmbedError({ kind: "bad-source", message: problem.message });
    throw aborted();
  }

  /** Loads the engine, and follows a link there, or else what is chosen so far. */
  async #open(hash: string | null): Promise<void> {
    const { page } = this;
    const isGiven = page.choices === this.#given;
    page.activity = { is: "loading" };
    this.#drawn(page);
    this.#engine ??= this.#startEngine();
    try {
      const engine = await this.#engine;
      showAddress(hash ?? (await toHash(await this.#runnable(engine))));
    } catch {
      // The page tells of an engine that did not start, and follows the address as it was.
    }
    const { activity } = await opened(page, this.#engine);
    if (isGiven) this.#given = page.choices;
    if (activity.is !== "unable") return;
    this.#engine = null;
    throw activity.error;
  }

  /** What is chosen, without models that cannot run it here: those are told of, not refused. */
  async #runnable(engine: Engine): Promise<Choices> {
    let { choices } = this.page;
    for (;;) {
      const missing = await unavailableModel(engine, choices);
      const left = choices.models?.filter((id) => id !== missing) ?? [];
      if (missing === null || left.length === choices.models?.length) return choices;
      choices = choose(choices, { models: left.length > 0 ? left : ["sequential"] });
      const model = engine.models().find(({ id }) => id === missing);
      if (model !== undefined) this.missing = [...new Set([...this.missing, missingLine(model)])];
    }
  }

  async #loadScriptView(): Promise<void> {
    // Its own chunk, tried again by the next drawing if it does not come.
    this.scriptView = await import("./script-view").then((found) => found.scriptView, () => null);
    if (this.scriptView !== null) this.#draw(this);
  }

  #wait(waiting: boolean): void {
    this.waiting = waiting;
    this.#drawn(this.page);
  }

  #drawn(page: Page): void {
    // One that another link has replaced may still come to its end.
    if (page !== this.page) return;
    if (page.isScript && this.scriptView === null) void this.#loadScriptView();
    this.#draw(this);
    void this.#keepFull(page.choices);
  }

  /** As asked, even for models that cannot run here: there they may. */
  async #keepFull(choices: Choices): Promise<void> {
    const isGiven = choices === this.#given || this.busy;
    const hash = isGiven ? this.#asked : await toHash(choices).catch(() => this.#asked);
    const full = addressOf(hash);
    if (full === this.full) return;
    this.full = full;
    this.#draw(this);
  }
}

async function opened(page: Page, engine: Promise<Engine>): Promise<Page> {
  await page.open(engine);
  return page;
}

/** The first model among the choices that cannot run the program here; null if all can. */
async function unavailableModel(engine: Engine, choices: Choices): Promise<string | null> {
  try {
    await engine.plan(toRequest(withoutScripts(choices), engine.programs()[0]?.id ?? ""));
    return null;
  } catch (error) {
    const detail = isEngineError(error) ? error.detail : null;
    return detail?.kind === "unavailable-model" ? detail.model : null;
  }
}

function missingLine({ title, whyNot }: ModelInfo): string {
  return sentenceOf(`${title}: ${whyNot ?? "it cannot run this program here"}`);
}

function badLink({ problems }: Page): EmbedError {
  return new EmbedError({ kind: "link", message: problems.join(" ") });
}

function aborted(): EmbedError {
  return new EmbedError({ kind: "aborted", message: "The run was stopped." });
}
