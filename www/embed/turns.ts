/**
 * Playgrounds of one origin on one page take turns: one that measures is disturbed by another. They
 * agree by messages, which browsers let frames of foreign pages send where they refuse them locks.
 */

const CHANNEL = "gil-playground turns";

/** Who has the turn, or has waited longer, objects within this time. */
const PATIENCE_MS = 200;
/** One that is gone no longer objects: how often it is asked again. */
const AGAIN_MS = 500;

type Message = { says: "want" | "object"; ticket: string } | { says: "done" };

interface Turn {
  /** Gives up waiting. */
  signal: AbortSignal;
  /** Another one measures. */
  onWait: () => void;
}

/** Does the work when no other playground works. @throws what the work throws, or the abort's reason */
export async function inTurn<T>(work: () => Promise<T>, { signal, onWait }: Turn): Promise<T> {
  const channel = new BroadcastChannel(CHANNEL);
  const ticket = newTicket();
  const objections = new EventTarget();
  let isMine = false;
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.says === "want" && (isMine || ticket < data.ticket)) {
      post(channel, { says: "object", ticket: data.ticket });
    } else if (data.says === "want") {
      // It has waited longer, but may have begun to listen too late to object.
      objections.dispatchEvent(new Event("object"));
    } else if (data.says === "object" && data.ticket === ticket) {
      objections.dispatchEvent(new Event("object"));
    } else if (data.says === "done") {
      objections.dispatchEvent(new Event("done"));
    }
  });
  try {
    for (;;) {
      post(channel, { says: "want", ticket });
      const isRefused = await within(PATIENCE_MS, objections, "object");
      signal.throwIfAborted();
      if (!isRefused) break;
      onWait();
      await within(AGAIN_MS, objections, "done");
      signal.throwIfAborted();
    }
    isMine = true;
    return await work();
  } finally {
    post(channel, { says: "done" });
    channel.close();
  }
}

/** Earlier ones come first, as texts. */
function newTicket(): string {
  return `${Date.now()} ${crypto.getRandomValues(new Uint32Array(2)).join(" ")}`;
}

function post(channel: BroadcastChannel, message: Message): void {
  channel.postMessage(message);
}

/** Did it happen within that time? */
function within(ms: number, target: EventTarget, event: string): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    const happened = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    target.addEventListener(event, happened, { once: true });
  });
}
