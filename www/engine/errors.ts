import type { Failure } from "../generated/types";

/** Why a call failed: what the engine found, or what only its caller's side can know. */
export type EngineErrorKind = Failure["kind"] | "aborted" | "busy" | "closed" | "load";

/** What every call of the engine rejects with. */
export class EngineError extends Error {
  /** Builds shorten the names of classes; this one is read by people, in consoles. */
  static override readonly name = "EngineError";

  readonly kind: EngineErrorKind;
  /** The whole failure, where the engine itself told of one. */
  readonly detail: Failure | null;

  constructor(kind: EngineErrorKind, message: string, detail: Failure | null = null) {
    super(message);
    // The platform's name for it, so that callers can treat every abort alike.
    this.name = kind === "aborted" ? "AbortError" : "EngineError";
    this.kind = kind;
    this.detail = detail;
  }

  /** A fault of the playground: what broke, and where in its source if that is known. */
  static ofFault(fault: string): EngineError {
    const message = "the playground itself has a fault; the program is not to blame";
    return EngineError.from({ kind: "internal", message, fault });
  }

  static from(failure: Failure): EngineError {
    return new EngineError(failure.kind, failure.message, failure);
  }
}

/** What broke: an engine that goes on tells of it in a failure, a panic throws an error. */
export function faultOf(thrown: unknown): string {
  const { fault } = Object(thrown) as { fault?: unknown };
  return typeof fault === "string" ? fault : messageOf(thrown);
}

/** What went wrong, in words, whatever was thrown. */
export function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === "string" ? message : String(thrown);
}
