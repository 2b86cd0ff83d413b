import type { Engine } from "../engine";
import type { Argument, Diagnostic, Parameter } from "../generated/types";
import { choose, type Change, type Choices, type Offer } from "./choices";
import type { Drafts } from "./drafts";
import { baseOf, edited, fitting, given, offering, ownProgram } from "./own";

/** What a writer types at once is looked at once. */
const PAUSE_MS = 300;

/** What the program's writing needs of the page around it. */
export interface Desk {
  readonly engine: Pick<Engine, "inspect"> | null;
  readonly offer: Offer | null;
  readonly choices: Choices;
  /** Takes over what follows from what was written. */
  write(choices: Choices, offer: Offer): void;
}

/** A program as the reader writes it: whatever its text, it is kept, and looked at in the pauses. */
export class Writing {
  /** What is wrong with the text, as of the last look. */
  problems: readonly Diagnostic[] = [];
  /** What runs and will not come to an end, as of the last look. */
  warnings: readonly Diagnostic[] = [];
  /** Has the text changed since? */
  isChecked = true;
  /** Was a run refused because of the problems? */
  isRefused = false;
  /** Every value that was given to a parameter, also to those that are gone at the moment. */
  #given: Record<string, Argument> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #desk: Desk;
  readonly #drafts: Drafts | null;

  constructor(desk: Desk, drafts: Drafts | null) {
    this.#desk = desk;
    this.#drafts = drafts;
  }

  /** The text is now this one. */
  readonly edit = (text: string): void => {
    const { offer, choices } = this.#desk;
    if (offer === null) return;
    const [chosen, offered] = edited(choices, offer, text);
    this.isRefused = false;
    clearTimeout(this.#timer);
    if (chosen.source === undefined) {
      this.#be([]);
      const bundled = offer.programs.find(({ id }) => id === chosen.program);
      this.#desk.write(this.#withArguments(chosen, bundled?.parameters ?? []), offered);
      return;
    }
    this.isChecked = false;
    this.#desk.write(chosen, offered);
    this.#timer = setTimeout(() => void this.#pause(text, chosen.basedOn), PAUSE_MS);
  };

  async #pause(source: string, basedOn: string | undefined): Promise<void> {
    // A lesson's step has its own address, and is no program of the reader's.
    if (this.#desk.choices.lesson === undefined) this.#drafts?.keep(basedOn === undefined ? { source } : { source, basedOn });
    await this.glance();
  }

  /** Another program was chosen, or came with a link. */
  start(choices: Choices): void {
    clearTimeout(this.#timer);
    this.#given = { ...choices.args };
    this.isRefused = false;
    this.#be([]);
    this.isChecked = choices.source === undefined;
  }

  /** Values that the reader sets are kept for when their parameter comes back. */
  keep(change: Change, parameters: readonly Parameter[]): void {
    if ("args" in change) this.#given = given(this.#given, parameters, change.args ?? {});
  }

  /** Can the chosen program be run? If not, that is told. */
  async accepts(): Promise<boolean> {
    if (!this.isChecked) await this.look();
    this.isRefused = this.problems.length > 0;
    const { choices, offer } = this.#desk;
    if (this.isRefused && offer !== null) this.#desk.write(choices, offer);
    return !this.isRefused;
  }

  /** Looks, unasked: an engine that breaks tells so when it is asked to run. */
  async glance(): Promise<void> {
    await this.look().catch(() => undefined);
  }

  /** Looks for what is wrong with the chosen text, and what kind of program it is. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const { engine, choices } = this.#desk;
    const { source } = choices;
    if (engine === null || source === undefined) return;
    const { kind, diagnostics, refused, parameters } = await engine.inspect(source);
    const { choices: now, offer } = this.#desk;
    // Meanwhile it may have become another one, which is looked at on its own.
    if (now.source !== source || offer === null) return;
    this.#be(diagnostics, refused);
    if (kind === null) {
      this.#desk.write(now, offer);
      return;
    }
    const own = ownProgram(source, { kind, parameters }, baseOf(now, offer.programs));
    this.#desk.write(this.#withArguments(now, parameters), offering(offer, own));
  }

  #withArguments(choices: Choices, parameters: readonly Parameter[]): Choices {
    return choose(choices, { args: fitting(this.#given, parameters) });
  }

  #be(problems: readonly Diagnostic[], warnings: readonly Diagnostic[] = []): void {
    this.problems = problems;
    this.warnings = warnings;
    this.isChecked = true;
  }
}
