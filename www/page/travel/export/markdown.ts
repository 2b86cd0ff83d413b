import type { ModelInfo, ModelResult, Report } from "../../../generated/types";
import { titleOf } from "../../charts/chart";
import { planLine } from "../../experiment";
import { count, day, device, interval, milliseconds, times, unmeasured } from "../../format";

/** What was run, where and when, and a row per model and number of workers. */
export function toMarkdown(report: Report, models: readonly ModelInfo[], link: string): string {
  const { plan, environment, startedAt } = report;
  const about = [planLine(plan), device(environment), day(startedAt)].map(text).join(" · ");
  return [
    `${about} · [run it yourself](${address(link)})`,
    "",
    "| Model | Workers | Median, ms | Speedup | 95 % interval | Hand-offs |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...report.results.map((result) => row(result, models)),
    "",
    text(report.narrative),
    "",
  ].join("\n");
}

function row(
  { model, workers, median, speedup, handOffs }: ModelResult,
  models: readonly ModelInfo[],
): string {
  const cells = [
    text(titleOf(model, models)),
    count(workers),
    milliseconds(median.totalMs - median.startUpMs),
    speedup === null ? unmeasured(model) : times(speedup.value),
    speedup === null ? "" : interval(speedup.low, speedup.high),
    handOffs === null ? "" : count(handOffs),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** A text that means nothing to Markdown. */
export function text(plain: string): string {
  return plain.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>|~#&]/g, "\\$&");
}

/** An address that ends where it ends, in parentheses too. */
function address(link: string): string {
  return link.replaceAll(/[()\s<>]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}
