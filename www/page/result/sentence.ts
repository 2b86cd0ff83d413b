import type { ModelInfo, ModelResult, Report, Speedup } from "../../generated/types";
import { inSentence, list, times, workersName } from "../format";

/** What was found with the most workers, in one sentence, from the numbers alone. */
export function sentence(report: Report, models: readonly ModelInfo[]): string {
  const most = report.plan.workers.at(-1) ?? 1;
  const found = report.results.flatMap(({ model, workers, speedup }) =>
    workers === most && speedup !== null ? [{ title: titleOf(model, models), speedup }] : [],
  );
  const clauses = [
    clause("faster than sequential", found.filter(({ speedup }) => speedup.low > 1)),
    clause("slower than sequential", found.filter(({ speedup }) => speedup.high < 1)),
    unclear(found.filter(({ speedup }) => speedup.low <= 1 && speedup.high >= 1)),
  ].filter((text) => text !== "");
  if (clauses.length === 0) return "Only the sequential baseline was run, so there is nothing to compare.";
  return `With ${workersName(most)}, ${clauses.join("; ")}.`;
}

interface Found {
  title: string;
  speedup: Speedup;
}

function clause(verdict: string, found: readonly Found[]): string {
  if (found.length === 0) return "";
  return `${list(found.map(named))} ran ${verdict}`;
}

function unclear(found: readonly Found[]): string {
  if (found.length === 0) return "";
  return `${list(found.map(named))} could not be distinguished from no change`;
}

function named({ title, speedup }: Found): string {
  return `${inSentence(title)} (${times(speedup.value)})`;
}

export function titleOf(model: ModelResult["model"], models: readonly ModelInfo[]): string {
  return models.find(({ id }) => id === model)?.title ?? model;
}
