import type { Failure } from "../generated/types";

/** Why a call failed: what the engine found, or what only its caller's side can know. */
export type EngineErrorKind = Failure["kind"] | "aborted" | "busy" | "closed" | "load";

/** What every call of the engine rejects with. */
export class EngineError extends Error {
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

  static from(failure: Failure): EngineError {
    return new EngineError(failure.kind, failure.message, failure);
  }
}

/** What went wrong, in words, whatever was thrown. */
export function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { message?: unknown };
  return typeof message === "string" ? message : String(thrown);
}
