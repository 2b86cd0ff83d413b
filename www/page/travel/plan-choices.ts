import type { Plan, Report } from "../../generated/types";
import { addressOf } from "../address";
import type { Choices, Offer } from "../choices";
import { toHash } from "../link/link";
import type { Result } from "../state";

/** A report with the link to its experiment, or to the page if there can be none. */
export async function withLink(report: Report, offer: Offer): Promise<Result> {
  const hash = await toHash(choicesOf(report.plan, offer)).catch(() => "");
  return { report, link: addressOf(hash) };
}


/** A plan of any origin as choices here: its very work, under those of its models that run here. */
export function choicesOf(plan: Plan, { programs, models }: Offer): Choices {
  const { source, args, workers, work, samples, warmups, switchIntervalMs } = plan;
  // A bundled program may have changed since: what counts is what was run.
  const bundled = programs.find(({ id }) => id === plan.program);
  const here = models.filter(({ id, available }) => available && plan.models.includes(id));
  return {
    ...(bundled?.source === source ? { program: bundled.id } : { source }),
    ...(Object.keys(args).length === 0 ? {} : { args }),
    models: here.map(({ id }) => id),
    workers,
    work,
    samples,
    ...(warmups === null ? {} : { warmups }),
    switchIntervalMs,
  };
}
