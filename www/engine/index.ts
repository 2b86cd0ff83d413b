/** The public face of the engine: dist/engine.js. */
export type * from "../generated/types";
export {
  createEngine,
  type Engine,
  type EngineOptions,
  type ExecuteOptions,
  type RunOptions,
  type SampleRequest,
} from "./engine";
export { EngineError, type EngineErrorKind } from "./errors";
