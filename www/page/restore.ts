import type { Plan, PlanRequest } from "../generated/types";
import type { EngineError } from "../engine";
import { choose, toRequest, type Choices } from "./choices";
import { isEngineError } from "./failed";
import type { Link } from "./link/link";

/** Takes over what a link (or a report) asks for, except what the engine refuses, and tells of that. */
export async function restore(
  link: Link,
  program: string,
  plan: (request: PlanRequest) => Promise<Plan>,
  who = "The link",
): Promise<Link> {
  const problems = [...link.problems];
  let { choices } = link;
  while (Object.keys(choices).length > 0) {
    try {
      await plan(toRequest(choices, program));
      break;
    } catch (thrown) {
      if (!isEngineError(thrown)) throw thrown;
      problems.push(`${who} asks for what cannot be had: ${thrown.message}.`);
      choices = without(choices, thrown);
    }
  }
  return { choices, problems };
}

/** Always at least one choice less. */
function without(choices: Choices, { detail }: EngineError): Choices {
  switch (detail?.kind) {
    case "unknown-program":
      return choose(choices, { program: undefined, args: undefined });
    case "unknown-model":
      return withoutModel(choices, detail.name);
    case "unavailable-model":
      return withoutModel(choices, detail.model);
    case "bad-source":
      if (choices.source === undefined) return {};
      return choose(choices, { source: undefined, args: undefined });
    case "bad-request": {
      const { field } = detail;
      if (Object.hasOwn(choices, field)) return choose(choices, { [field]: undefined });
      return choices.args === undefined ? {} : choose(choices, { args: undefined });
    }
    default:
      return {};
  }
}

function withoutModel(choices: Choices, model: string): Choices {
  const left = choices.models?.filter((name) => name !== model) ?? [];
  if (left.length === (choices.models?.length ?? 0)) return {};
  return choose(choices, { models: left.length > 0 ? left : undefined });
}
