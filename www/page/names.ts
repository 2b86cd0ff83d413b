import type { ModelInfo, Report, Substitute } from "../generated/types";

/** Behind a model's name, where its workers share no memory. */
const WORDS: Readonly<Record<Substitute, string>> = {
  messages: "passed by messages",
  unshared: "without shared memory",
};

/** The models by the names that are true here, or true of a report, which may come from elsewhere. */
export function named(models: readonly ModelInfo[], report?: Report): ModelInfo[] {
  return models.map((model) => {
    const ran = report?.results.find((result) => result.model === model.id);
    const substitute = ran === undefined ? model.substitute : ran.substitute;
    const title = substitute === null ? model.title : `${model.title} ${WORDS[substitute]}`;
    return Object.assign({}, model, { title });
  });
}
