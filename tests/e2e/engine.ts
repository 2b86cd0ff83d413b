/** The engine through its public API, in a page that has nothing else. */
import type { JSHandle, Page } from "@playwright/test";
import type * as engineModule from "../../www/engine";
import type { Engine, Failure, Model, ModelResult, PlanRequest, Report } from "../../www/engine";

export type EngineHandle = JSHandle<Engine>;

/** Opens a document of the site that is no page of it, and an engine there. */
export async function openEngine(page: Page, site: string): Promise<EngineHandle> {
  const address = `${site}engine.js`;
  await page.goto(address);
  return page.evaluateHandle(async (script) => {
    const { createEngine } = (await import(script)) as typeof engineModule;
    return createEngine();
  }, address);
}

export function run(engine: EngineHandle, request: PlanRequest): Promise<Report> {
  return engine.evaluate((it, wanted) => it.run(wanted), request);
}

export interface Refusal {
  name: string;
  /** What a console calls it. */
  className: string;
  kind: string;
  message: string;
  detail: Failure | null;
}

/** How a run is rejected; null if it is not. A request from outside may be of any form. */
export function refusal(engine: EngineHandle, request: object): Promise<Refusal | null> {
  return engine.evaluate(
    (it, wanted) =>
      it.run(wanted).then(
        () => null,
        (error: Refusal) => {
          const { name, kind, message, detail } = error;
          return { name, className: error.constructor.name, kind, message, detail };
        },
      ),
    request,
  );
}

/** An experiment that takes well under a second, and samples that no timer is too coarse for. */
export const small: PlanRequest = {
  program: "countdown",
  args: { n: 5_000_000 },
  workers: [1, 2],
  samples: 2,
  warmups: 0,
};

export function resultOf(report: Report, model: Model, workers: number): ModelResult {
  const found = report.results.find(
    (result) => result.model === model && result.workers === workers,
  );
  if (found === undefined) throw new Error(`no result for ${model} with ${workers} workers`);
  return found;
}
