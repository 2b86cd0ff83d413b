/** What a figure is of, for its frame and for the pictures saved from it. */
import type { Environment, Sweep } from "../generated/types";
import { addressOf } from "./address";
import type { FigureAbout } from "./charts/frame";
import { planLine } from "./experiment";
import { dateOf, device, workersName } from "./format";
import type { Result } from "./state";

export function aboutResult({ report, link }: Result): FigureAbout {
  return {
    subtitle: planLine(report.plan),
    device: device(report.environment),
    date: dateOf(report.startedAt),
    link,
    fileName: fileNameOf(report.plan.program),
  };
}

/** Before there are results: the page's address is a link to what is chosen. */
export function aboutPlanned(
  subtitle: string,
  program: string | null,
  environment: Environment | null,
): FigureAbout {
  return {
    subtitle,
    device: environment === null ? "" : device(environment),
    date: null,
    link: addressOf(location.hash),
    fileName: fileNameOf(program),
  };
}

export function aboutSweep(
  sweep: Pick<Sweep, "workers" | "samples" | "startedAt"> | null,
  environment: Environment,
): FigureAbout {
  return {
    subtitle:
      sweep === null
        ? "being measured"
        : `${workersName(sweep.workers)} that compute · ${sweep.samples} samples per interval`,
    device: device(environment),
    date: sweep === null ? null : dateOf(sweep.startedAt),
    link: addressOf(""),
    fileName: fileNameOf(null),
  };
}

/** Start of every saved file's name. */
export function fileNameOf(program: string | null): string {
  const isName = program !== null && /^[\w-]{1,40}$/.test(program);
  return isName ? `gil-playground-${program}` : "gil-playground";
}
