/** What is known of an experiment before the engine is loaded, which is not until Run. */
import { preferredBuild } from "../engine/load";
import { catalogue } from "../generated/catalogue";
import type { ModelInfo, ProgramInfo, ProgramKind } from "../generated/types";
import { choose, type Choices, type Offer } from "../page/choices";
import { fromHash } from "../page/link/link";
import { needsScripts, withScripts } from "../page/gallery/bundled";
import { isBundledScript } from "../page/gallery/groups";
import { baseOf, ownProgram, UNKNOWN } from "../page/own";
import { programsOf } from "./programs";

export interface Preview {
  choices: Choices;
  offer: Offer;
  /** What of the link cannot be used, as far as it can be told without the engine. */
  problems: string[];
  /** Does the link carry results? Only the engine can check those. */
  hasReport: boolean;
}

/** Of all programs if `whole`, else of those that the link is about: each one is loaded. */
export async function previewOf(hash: string, whole = false): Promise<Preview> {
  const link = await fromHash(hash);
  const problems = [...link.problems];
  let { choices } = link;
  const { program, source, workers } = choices;
  if (program !== undefined && !catalogue.programs.includes(program) && !isBundledScript(program)) {
    problems.push(`The link asks for what cannot be had: there is no program \`${program}\`.`);
    choices = choose(choices, { program: undefined, args: undefined });
  }
  if (workers !== undefined && workers.length > MOST_COUNTS) {
    problems.push("The link asks for more numbers of workers than can be shown.");
    choices = choose(choices, { workers: undefined });
  }
  if (problems.length > 0) problems.push("The usual settings are used instead.");
  const usual = usualOffer(await programsOf(whole ? undefined : namedIn(choices)));
  const offer = whole || needsScripts(choices) ? await withScripts(usual) : usual;
  if (source !== undefined) {
    offer.own = [ownProgram(source, { ...UNKNOWN, kind: guessedKind(source) }, baseOf(choices, offer.programs))];
  }
  return { choices, offer, problems, hasReport: link.report !== undefined };
}

/** As what it is shown until the engine has looked at it. */
function guessedKind(source: string): ProgramKind {
  return /^def task\(\s*worker\s*,\s*workers\b/m.test(source) ? "task" : "script";
}

/** More panels than this are no chart. */
const MOST_COUNTS = 32;

/** The first of all if none is named. */
function namedIn({ program, source, basedOn }: Choices): string[] {
  const [usual = ""] = catalogue.programs;
  return [source === undefined ? (program ?? usual) : (basedOn ?? usual)];
}

function usualOffer(programs: ProgramInfo[]): Offer {
  const { models, usual } = catalogue[preferredBuild()];
  const cores = navigator.hardwareConcurrency || 1;
  const workers = cores === 1 ? [1] : [1, cores];
  return {
    programs,
    own: [],
    models,
    cores,
    defaults: { ...usual, workers },
  };
}

/** The models that were asked for, or would be on an isolated page, and that cannot run here. */
export function missingModels({ models: asked }: Choices, here: readonly ModelInfo[]): ModelInfo[] {
  const wanted = asked ?? catalogue.threads.usual.models;
  return here.filter(({ id, available }) => !available && wanted.includes(id));
}
