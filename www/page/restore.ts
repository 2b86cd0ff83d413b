import type { Engine, EngineError } from "../engine";
import { withoutScripts } from "./gallery/bundled";
import { choose, toRequest, type Change, type Choices } from "./choices";
import { isEngineError } from "./failed";
import type { Link } from "./link/link";

/** What was asked for, as far as it can be had. */
export interface Restored extends Link {
  /** Was anything left out? */
  isPart: boolean;
}

/**
 * Takes over what a link (or a report) asks for, except what the engine refuses, and tells of that.
 * A script has no plan, and is kept; so is a source with an error in it, for its writer to mend.
 */
export async function restore(
  link: Link,
  engine: Pick<Engine, "inspect" | "plan" | "programs">,
  who = "The link",
): Promise<Restored> {
  const problems = [...link.problems];
  let isPart = problems.length > 0;
  const usual = engine.programs()[0]?.id ?? "";
  let { choices } = link;
  let kept: Change = {};
  while (Object.keys(choices).length > 0) {
    try {
      await engine.plan(toRequest(withoutScripts(choices), usual));
      break;
    } catch (thrown) {
      if (!isEngineError(thrown)) throw thrown;
      const { source, basedOn, args } = choices;
      if (thrown.detail?.kind === "bad-source" && source !== undefined) {
        const { kind } = await engine.inspect(source);
        if (kind !== "script") problems.push(`The program has an error: ${thrown.message}.`);
        kept = { source, basedOn, args };
        choices = choose(choices, withoutSource);
        continue;
      }
      isPart = true;
      problems.push(`${who} asks for what cannot be had: ${thrown.message}.`);
      choices = without(choices, thrown);
    }
  }
  return { choices: choose(choices, kept), problems, isPart };
}

const withoutSource: Change = { source: undefined, basedOn: undefined, args: undefined };

/** Always at least one choice less. */
function without(choices: Choices, { detail }: EngineError): Choices {
  switch (detail?.kind) {
    case "unknown-program":
      return choices.basedOn === undefined
        ? choose(choices, { program: undefined, args: undefined })
        : choose(choices, { basedOn: undefined });
    case "unknown-model":
      return withoutModel(choices, detail.name);
    case "unavailable-model":
      return withoutModel(choices, detail.model);
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
