/** Programs that go wrong under one model: the baseline, which always runs first, gets past it. */
import type { Model, PlanRequest } from "../../www/engine";

/** An experiment in which this body is reached under this model, and before it under no other. */
export function under(model: Model, ...body: string[]): PlanRequest {
  const lines = model === "sequential" ? body : onlyInParallel(body);
  const source = [
    "running = 0",
    "started = 0",
    "",
    "def task(worker, workers, n=5_000_000):",
    ...lines.map((line) => `    ${line}`),
    "",
  ].join("\n");
  return { source, models: [model], workers: [2], samples: 1, warmups: 0 };
}

/**
 * Tasks in turn never meet, and the second finds what the first has left. Threads meet.
 * Processes find nothing of each other.
 */
function onlyInParallel(body: string[]): string[] {
  return [
    "global running, started",
    "started += 1",
    "running += 1",
    "while n > 0:",
    "    n -= 1",
    "if running > 1 or (worker == 1 and started == 1):",
    ...body.map((line) => `    ${line}`),
    "running -= 1",
    "return worker",
  ];
}
