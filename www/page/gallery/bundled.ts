import { choose, type Choices, type Offer } from "../choices";
import { isBundledScript } from "./groups";

/** The offer with the bundled scripts. */
export async function withScripts(offer: Offer): Promise<Offer> {
  if (offer.programs.some(({ id }) => isBundledScript(id))) return offer;
  const { scripts } = await import("./scripts");
  return { ...offer, programs: [...offer.programs, ...scripts] };
}

/** Is one of them chosen, or what the chosen program was edited from? */
export function needsScripts({ program, basedOn }: Choices): boolean {
  return isBundledScript(program) || isBundledScript(basedOn);
}

/** The choices as the engine knows them: it has no scripts of its own. */
export function withoutScripts(choices: Choices): Choices {
  const { program, basedOn } = choices;
  return choose(choices, {
    ...(isBundledScript(program) ? { program: undefined } : {}),
    ...(isBundledScript(basedOn) ? { basedOn: undefined } : {}),
  });
}
