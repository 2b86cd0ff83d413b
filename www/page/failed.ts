import type { Activity } from "./state";
import type { EngineError } from "../engine";

/** The class itself is part of the engine's script, which is loaded after the page is drawn. */
export function isEngineError(thrown: unknown): thrown is EngineError {
  return thrown instanceof Error && "kind" in thrown && "detail" in thrown;
}

/** Did the reader stop it? */
export function wasStopped(thrown: unknown): boolean {
  return isEngineError(thrown) && thrown.kind === "aborted";
}

/** What was measured until then stays. */
export function stopped(activity: Activity): Activity {
  const { about, bars } = activity.is === "running" ? activity : { about: "", bars: [] };
  return { is: "stopped", about, bars };
}
