/** What is known of an experiment before the engine is loaded, which is not until Run. */
import { preferredBuild } from "../engine/load";
import { catalogue } from "../generated/catalogue";
import type { ModelInfo } from "../generated/types";
import { choose, type Choices, type Offer } from "../page/choices";
import { fromHash } from "../page/link/link";
import { baseOf, ownProgram } from "../page/own";

export interface Preview {
  choices: Choices;
  offer: Offer;
  /** What of the link cannot be used, as far as it can be told without the engine. */
  problems: string[];
  /** Does the link carry results? Only the engine can check those. */
  hasReport: boolean;
}

export async function previewOf(hash: string): Promise<Preview> {
  const link = await fromHash(hash);
  const offer = usualOffer();
  const problems = [...link.problems];
  let { choices } = link;
  const { program, source, workers } = choices;
  if (program !== undefined && offer.programs.every(({ id }) => id !== program)) {
    problems.push(`The link asks for what cannot be had: there is no program \`${program}\`.`);
    choices = choose(choices, { program: undefined, args: undefined });
  }
  if (workers !== undefined && workers.length > MOST_COUNTS) {
    problems.push("The link asks for more numbers of workers than can be shown.");
    choices = choose(choices, { workers: undefined });
  }
  if (problems.length > 0) problems.push("The usual settings are used instead.");
  if (source !== undefined) {
    offer.own = [ownProgram(source, [], baseOf(choices, offer.programs))];
  }
  return { choices, offer, problems, hasReport: link.report !== undefined };
}

/** More panels than this are no chart. */
const MOST_COUNTS = 32;

function usualOffer(): Offer {
  const { models, usual } = catalogue[preferredBuild()];
  const cores = navigator.hardwareConcurrency || 1;
  const workers = cores === 1 ? [1] : [1, cores];
  return {
    programs: catalogue.programs,
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
