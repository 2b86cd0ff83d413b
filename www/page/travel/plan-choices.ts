import type { Plan } from "../../generated/types";
import type { Choices, Offer } from "../choices";

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
