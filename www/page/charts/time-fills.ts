/** How the parts of a run's time look: told apart without colour, too. */
import { nothing, svg, type SVGTemplateResult } from "lit/html.js";
import type { Model } from "../../generated/types";
import { PARTS, type Part, type Stack } from "./time-parts";

/** Ink of the neutral parts, on a tile of so many pixels. */
const TILES = {
  startingMs: { size: 4, ink: "M0,0h4v1h-3v3h-1z" },
  copyingInMs: { size: 4, ink: "M0,0h4v1.5h-4z" },
  blockedMs: { size: 5, ink: "M1,1h2v2h-2z" },
  copyingOutMs: { size: 4, ink: "M0,0h1.5v4h-1.5z" },
  joiningMs: { size: 4, ink: "" },
} as const;

/** The parts in the model's colour. */
const LOOKS: Partial<Record<Part, string>> = {
  runningMs: "time-part time-computing",
  unlockedMs: "time-part time-computing time-unlocked",
  waitingMs: "time-part time-waiting",
};

export function patterns(rows: readonly Stack[]): SVGTemplateResult[] {
  const neutral = Object.entries(TILES).map(
    ([
      part,
      { size, ink },
    ]) => svg`<pattern id=${id(part)} patternUnits="userSpaceOnUse" width=${size} height=${size}>
      <rect class="time-ground" width=${size} height=${size}></rect>
      ${ink === "" ? nothing : svg`<path class="time-ink" d=${ink}></path>`}
    </pattern>`,
  );
  // Tiles take no colour from where they are used, so there is one per model.
  const models = new Set(rows.filter(({ ms }) => ms.waitingMs > 0).map(({ model }) => model));
  const waiting = [...models].map(
    (
      model,
    ) => svg`<pattern id=${id("waitingMs", model)} data-model=${model} patternUnits="userSpaceOnUse"
      width="5" height="5" patternTransform="rotate(45)">
      <rect class="time-ground" width="5" height="5"></rect>
      <rect class="time-computing" width="2.25" height="5"></rect>
    </pattern>`,
  );
  return [...neutral, ...waiting];
}

export function block(
  part: Part,
  model: Model,
  box: { x: number; y: number; width: number; height: number },
): SVGTemplateResult {
  const { x, y, width, height } = box;
  const pattern =
    part === "runningMs" || part === "unlockedMs" ? nothing : `url(#${id(part, part in TILES ? null : model)})`;
  return svg`<rect class=${LOOKS[part] ?? "time-part"} data-model=${model} fill=${pattern}
    x=${x} y=${y} width=${width} height=${height}></rect>`;
}

export interface Entry {
  part: Part;
  name: string;
  /** The models whose colours the part is drawn in; any one where it is drawn in none. */
  models: readonly Model[];
}

/** What the legend explains: only what occurs. */
export function entries(rows: readonly Stack[]): Entry[] {
  return PARTS.flatMap(({ part, name }) => {
    const models = [...new Set(rows.filter(({ ms }) => ms[part] > 0).map(({ model }) => model))];
    if (models.length === 0) return [];
    return [{ part, name, models: part in TILES ? models.slice(0, 1) : models }];
  });
}

function id(part: string, model: Model | null = null): string {
  return ["time", part, ...(model === null ? [] : [model])].join("-");
}
