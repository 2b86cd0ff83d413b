/**
 * The messages between embed.html and the page around it. The page speaks first, and only it is
 * ever spoken to; a frame that nobody speaks to keeps silent.
 */
import type { EngineErrorKind } from "../engine/errors";
import type { Report, ScriptReport } from "../generated/types";

/** Raised when old messages would be misread; a message of another version is not heard. */
const VERSION = 1;

/** Why there is no report. */
export interface Trouble {
  /** The engine's own kinds; `link`: what was asked for cannot be had; `frame`: it did not load. */
  kind: EngineErrorKind | "link" | "frame";
  /** For people. */
  message: string;
}

export type ToEmbed =
  | { type: "connect" }
  /** What to run from now on, as the hash of the frame says it. */
  | { type: "show"; hash: string }
  /** Answered by `report` or `failed` with the same id. */
  | { type: "run"; id: number }
  | { type: "stop" };

export type FromEmbed =
  /** The answer to `connect`. */
  | { type: "ready" }
  /** Pixels that the content takes. */
  | { type: "height"; height: number }
  /** `id` is null where the reader pressed Run. */
  | { type: "report"; id: number | null; report: Report | ScriptReport }
  | { type: "failed"; id: number | null; trouble: Trouble };

type Enveloped<Message> = Message & { gilPlayground: typeof VERSION };

export function enveloped<Message extends ToEmbed | FromEmbed>(
  message: Message,
): Enveloped<Message> {
  return { ...message, gilPlayground: VERSION };
}

/** Null for everything else that a window may be sent. */
export function toEmbed(data: unknown): ToEmbed | null {
  const message = opened(data);
  switch (message?.type) {
    case "connect":
    case "stop":
      return { type: message.type };
    case "show":
      return { type: "show", hash: String(message.hash) };
    case "run":
      return Number.isSafeInteger(message.id) ? { type: "run", id: Number(message.id) } : null;
    default:
      return null;
  }
}

/** A report is taken as it is: whoever sent it is the frame that the caller made. */
export function fromEmbed(data: unknown): FromEmbed | null {
  const message = opened(data);
  switch (message?.type) {
    case "ready":
    case "report":
    case "failed":
      return message as unknown as FromEmbed;
    case "height":
      return Number.isFinite(message.height)
        ? { type: "height", height: Number(message.height) }
        : null;
    default:
      return null;
  }
}

function opened(data: unknown): Record<string, unknown> | null {
  if (typeof data !== "object" || data === null) return null;
  const message = data as Record<string, unknown>;
  return message.gilPlayground === VERSION ? message : null;
}
