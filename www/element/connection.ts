/** The element's side of its talk with the page in its frame. */
import {
  enveloped,
  fromEmbed,
  type FromEmbed,
  type ToEmbed,
  type Trouble,
} from "../embed/protocol";
import type { Report, ScriptReport } from "../generated/types";

/** What `run()` rejects with. */
export class GilPlaygroundError extends Error {
  readonly kind: Trouble["kind"];

  constructor({ kind, message }: Trouble) {
    super(message);
    this.name = kind === "aborted" ? "AbortError" : "GilPlaygroundError";
    this.kind = kind;
  }
}

/** A loaded frame answers at once, if it need not be isolated first, which it gives up sooner. */
const PATIENCE_MS = 25_000;

interface Waiting {
  resolve: (report: Report | ScriptReport) => void;
  reject: (error: GilPlaygroundError) => void;
}

export class Connection {
  readonly #frame: HTMLIFrameElement;
  readonly #hear: (message: FromEmbed) => void;
  readonly #waiting = new Map<number, Waiting>();
  readonly #end = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;
  #lastId = 0;
  /** Of the document in the frame; only it is spoken to. */
  origin: string | null = null;

  constructor(frame: HTMLIFrameElement, hear: (message: FromEmbed) => void) {
    this.#frame = frame;
    this.#hear = hear;
    const { signal } = this.#end;
    addEventListener("message", (event) => this.#received(event), { signal });
    frame.addEventListener("load", () => this.#loaded(), { signal });
  }

  /** Runs as soon as the frame is ready. */
  run(): Promise<Report | ScriptReport> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      if (this.#isReady) this.#post({ type: "run", id });
    });
  }

  /** Has the frame show something else; false if there is nobody yet who could. */
  show(hash: string): boolean {
    if (this.#isReady) this.#post({ type: "show", hash });
    return this.#isReady;
  }

  stop(): void {
    if (this.#isReady) this.#post({ type: "stop" });
    else this.#refuse({ kind: "aborted", message: "The run was stopped." });
  }

  close(): void {
    this.#end.abort();
    clearTimeout(this.#timer);
    this.#refuse({ kind: "closed", message: "The element was taken out of the page." });
  }

  /** Another document: what the last one was asked for is lost, unless it had never been there. */
  #loaded(): void {
    // The empty document that every frame begins with.
    if (this.origin === null) return;
    if (this.#isReady) this.#refuse({ kind: "closed", message: "The frame shows something else." });
    this.#isReady = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const trouble: Trouble = { kind: "frame", message: "The playground could not be loaded." };
      this.#refuse(trouble);
      this.#hear({ type: "failed", id: null, trouble });
    }, PATIENCE_MS);
    this.#post({ type: "connect" });
  }

  #received({ source, origin, data }: MessageEvent<unknown>): void {
    if (source !== this.#frame.contentWindow || origin !== this.origin) return;
    const message = fromEmbed(data);
    if (message === null) return;
    if (message.type === "ready") {
      clearTimeout(this.#timer);
      this.#isReady = true;
      for (const id of this.#waiting.keys()) this.#post({ type: "run", id });
    }
    this.#hear(message);
    if (message.type === "report") this.#take(message.id)?.resolve(message.report);
    if (message.type === "failed") {
      this.#take(message.id)?.reject(new GilPlaygroundError(message.trouble));
    }
  }

  #take(id: number | null): Waiting | undefined {
    if (id === null) return undefined;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #refuse(trouble: Trouble): void {
    for (const { reject } of this.#waiting.values()) reject(new GilPlaygroundError(trouble));
    this.#waiting.clear();
  }

  #post(message: ToEmbed): void {
    if (this.origin === null) return;
    this.#frame.contentWindow?.postMessage(enveloped(message), this.origin);
  }
}
