/** The embed's side of its talk with the page around it. */
import { isEngineError } from "../page/failed";
import { EmbedError, type Embed } from "./embed";
import { enveloped, toEmbed, type FromEmbed, type Trouble } from "./protocol";

/** Lets the page around this one, whoever it is, run and stop the playground, and tells it of that. */
export class Host {
  readonly #embed: Embed;
  readonly #settled: Promise<void>;
  /** The origin of the page around this one, once it has spoken; "*" if it has none to name. */
  #origin: string | null = null;

  /** Until it is settled, the frame may be loaded anew, and is not ready. */
  constructor(embed: Embed, settled: Promise<void>) {
    this.#embed = embed;
    this.#settled = settled;
    if (parent === window) return;
    addEventListener("message", (event) => this.#receive(event));
    new ResizeObserver(() => this.#tellHeight()).observe(document.documentElement);
  }

  /** Runs, for the reader or, with an id, for the page around this one. */
  async run(id: number | null): Promise<void> {
    try {
      const report = await this.#embed.run({ strictly: id !== null });
      this.#post({ type: "report", id, report });
    } catch (error) {
      this.#post({ type: "failed", id, trouble: troubleOf(error) });
    }
  }

  /** Shows what a hash asks for. What of it cannot be used is told at once. */
  async follow(hash: string): Promise<void> {
    await this.#embed.follow(hash);
    this.#tellProblems();
  }

  #tellProblems(): void {
    const { problems } = this.#embed.page;
    if (problems.length === 0) return;
    const trouble: Trouble = { kind: "link", message: problems.join(" ") };
    this.#post({ type: "failed", id: null, trouble });
  }

  #receive({ source, origin, data }: MessageEvent<unknown>): void {
    const message = source === parent ? toEmbed(data) : null;
    switch (message?.type) {
      case "connect":
        this.#origin = origin === "null" ? "*" : origin;
        this.#tellHeight();
        void this.#settled.then(() => {
          this.#post({ type: "ready" });
          this.#tellProblems();
        });
        break;
      case "show":
        void this.follow(message.hash);
        break;
      case "run":
        void this.run(message.id);
        break;
      case "stop":
        this.#embed.stop();
        break;
      case undefined:
        break;
    }
  }

  /** The box, not how far it scrolls: that never gets less. */
  #tellHeight(): void {
    const { height } = document.documentElement.getBoundingClientRect();
    this.#post({ type: "height", height: Math.ceil(height) });
  }

  #post(message: FromEmbed): void {
    if (this.#origin !== null) parent.postMessage(enveloped(message), this.#origin);
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof EmbedError || isEngineError(error)) {
    return { kind: error.kind, message: error.message };
  }
  return { kind: "internal", message: error instanceof Error ? error.message : String(error) };
}
