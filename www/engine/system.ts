import type { ProcessNews, SystemHost } from "./glue";
import type { FromEngine, FromProcess } from "./protocol";
import { Inbox } from "./inbox";

type Post = (message: FromEngine, transfer: Transferable[]) => void;

/** Processes as the engine's worker sees them: the page starts and ends their workers. */
export class System implements SystemHost {
  readonly #post: Post;
  readonly #ports = new Map<number, MessagePort>();
  #news = new Inbox<ProcessNews>();
  /** Has a program wanted more of the library than the engine has? Its processes will, too. */
  wantsShelf = false;

  constructor(post: Post) {
    this.#post = post;
  }

  start(pid: number, beginning: Uint8Array<ArrayBuffer>): void {
    const { port1, port2 } = new MessageChannel();
    const news = this.#news;
    port1.addEventListener("message", ({ data }: MessageEvent<FromProcess>) => {
      if (data.type === "said") news.put({ pid, bytes: data.bytes });
      else if (data.type === "failed") news.put({ pid, lost: data.message });
      else this.#post({ type: "crashed", fault: data.fault }, []);
    });
    port1.start();
    port1.postMessage(beginning, [beginning.buffer]);
    this.#ports.set(pid, port1);
    this.#post({ type: "process", pid, port: port2, wantsShelf: this.wantsShelf }, [port2]);
  }

  send(pid: number, message: Uint8Array<ArrayBuffer>): void {
    this.#ports.get(pid)?.postMessage(message, [message.buffer]);
  }

  end(pid: number): void {
    this.#ports.get(pid)?.close();
    this.#ports.delete(pid);
    this.#post({ type: "processEnd", pid }, []);
  }

  take(): ProcessNews | undefined {
    return this.#news.take();
  }

  wait(ms: number): Promise<void> {
    return this.#news.wait(ms);
  }

  lost(pid: number, message: string): void {
    if (this.#ports.has(pid)) this.#news.put({ pid, lost: message });
  }

  /** Nothing of one run is heard by the next. */
  reset(): void {
    for (const pid of this.#ports.keys()) this.end(pid);
    this.#news = new Inbox();
  }
}
