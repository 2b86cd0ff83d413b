import { choose, type Choices, type Offer } from "../choices";
import type { Draft } from "../drafts";
import { drafted } from "../own";
import { isBundledScript } from "./groups";

/** The offer with the bundled scripts. */
export async function withScripts(offer: Offer): Promise<Offer> {
  if (offer.programs.some(({ id }) => isBundledScript(id))) return offer;
  const { scripts } = await import("./scripts");
  return { ...offer, programs: [...offer.programs, ...scripts] };
}

interface Frame {
  offer: Offer | null;
}

/** Takes the bundled scripts into what a page offers. If they do not come, they are tried again the next time. */
export async function offerScripts(page: Frame): Promise<void> {
  if (page.offer === null) return;
  const { programs } = await withScripts(page.offer);
  page.offer = { ...page.offer, programs };
}

/** The same for what the reader has written, and what it was edited from. */
export async function offerDrafts(page: Frame, drafts: readonly Draft[]): Promise<void> {
  if (drafts.some(needsScripts)) await offerScripts(page);
  if (page.offer !== null) page.offer.own = drafted(drafts, page.offer.programs);
}

/** Is one of them chosen, or what the chosen program was edited from? */
export function needsScripts({ program, basedOn }: Pick<Choices, "program" | "basedOn">): boolean {
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
