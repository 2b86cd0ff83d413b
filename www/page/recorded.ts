import { settle, type Choices, type Offer } from "./choices";
import type { Activity, Result } from "./state";
import { withLink } from "./travel/plan-choices";

/** What showing recordings needs of the page around it. */
interface Frame {
  readonly activity: Activity;
  readonly offer: Offer | null;
  readonly choices: Choices;
  opened: Result | null;
  shows: "here" | "opened";
  adopt(choices: Choices, offer: Offer): void;
  tell(problems: string[]): void;
  redraw(): void;
}

/** Where no engine runs, there may be what was recorded of the program elsewhere. */
export class Recorded {
  /** Is there a recording of the chosen program? "lost" if it could not be loaded. */
  state: "none" | "loading" | "lost" | "shown" = "none";
  readonly #page: Frame;

  constructor(page: Frame) {
    this.#page = page;
  }

  /** Shows one of what is chosen; `anew`, and where nothing is, of what a link asks for. */
  async show(hash: string, anew = false): Promise<void> {
    const page = this.#page;
    page.opened = null;
    this.#become("loading");
    try {
      if (anew || page.offer === null) await this.#follow(hash);
      const { offer, choices } = page;
      const program = offer === null ? undefined : settle(choices, offer)?.program;
      if (offer === null || program === undefined) return this.#become("none");
      const { recordingOf } = await import("../recordings/recordings");
      const report = await recordingOf(program);
      const opened = report === null ? null : await withLink(report, offer);
      // Another one may have been chosen meanwhile.
      if (choices !== page.choices || page.activity.is !== "unable") return;
      page.opened = opened;
      page.shows = "opened";
      this.#become(opened === null ? "none" : "shown");
    } catch {
      // Whatever kept the engine from loading may keep this, too.
      this.#become("lost");
    }
  }

  /** An engine is there after all. */
  end(): void {
    if (this.state === "shown") this.#page.opened = null;
    this.state = "none";
  }

  /** What a link asks for, as far as it can be told without the engine. */
  async #follow(hash: string): Promise<void> {
    const { previewOf } = await import("../embed/preview");
    const { choices, offer, problems, hasReport } = await previewOf(hash, true);
    const unchecked = "Without the engine, the results that the link carries cannot be checked.";
    this.#page.adopt(choices, offer);
    this.#page.tell(hasReport ? [...problems, unchecked] : problems);
  }

  #become(state: Recorded["state"]): void {
    this.state = state;
    this.#page.redraw();
  }
}
