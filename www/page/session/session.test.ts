import { beforeEach, expect, test, vi } from "vitest";
import type { Engine, SampleRequest } from "../../engine";
import type { PlanRequest, Report, ScriptReport } from "../../generated/types";
import { EngineError } from "../../engine/errors";
import { Page } from "../page";
import { scriptReport } from "../testing/execution";
import { countdown as program } from "../testing/program";
import { models, report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { moreView } from "./more-view";
import { sessionSection } from "./session-view";

let number = 0;

function measured(): Report {
  const made = report([result("sequential", 2, [100], null), result("gil", 2, [100], { value: 1, low: 0.9, high: 1.1 })]);
  number += 1;
  return { ...made, startedAt: number, plan: { ...made.plan, source: program.source } };
}

const engine = {
  environment: measured().environment,
  models: () => models,
  programs: () => [program],
  plan: async () => measured().plan,
  inspect: async () => ({ kind: "script", diagnostics: [], parameters: [], refused: [] }),
  run: vi.fn(async (request: PlanRequest | SampleRequest): Promise<Report | ScriptReport> => {
    return "runtimes" in request ? { ...scriptReport(), startedAt: ++number } : measured();
  }),
  add: vi.fn(async (before: Report): Promise<Report> => {
    return { ...before, plan: { ...before.plan, samples: before.plan.samples + 3 } };
  }),
  addScript: vi.fn(async (before: ScriptReport) => before),
  analyze: async (found: Report) => found,
  analyzeScript: async (found: ScriptReport) => found,
};

class Memory implements Storage {
  readonly #items = new Map<string, string>();
  get length(): number {
    return this.#items.size;
  }
  clear = (): void => this.#items.clear();
  getItem = (key: string): string | null => this.#items.get(key) ?? null;
  key = (): string | null => null;
  removeItem = (key: string): void => void this.#items.delete(key);
  setItem = (key: string, value: string): void => void this.#items.set(key, value);
}

beforeEach(() => {
  vi.stubGlobal("history", { replaceState: () => undefined });
  vi.stubGlobal("location", { origin: "https://host", pathname: "/", search: "", hash: "" });
  vi.stubGlobal("document", { hidden: false });
  vi.clearAllMocks();
});

async function opened(storage: Storage | null = null): Promise<Page> {
  const page = new Page(() => undefined, false, null, storage);
  await page.open(Promise.resolve(engine as unknown as Engine));
  return page;
}

test("what is measured more is added to what is there, of the same plan", async () => {
  const page = await opened();
  await page.run();
  const before = page.shown?.report;
  await page.more.measure();
  expect(engine.run).toHaveBeenLastCalledWith(
    expect.objectContaining({ args: { n: 1000 }, size: "default", samples: 3, warmups: 1 }),
    expect.anything(),
  );
  expect(engine.add.mock.calls[0]?.[0]).toBe(before);
  expect(page.shown?.report.plan.samples).toBe(5);
  expect(page.session.runs, "it is still the same run").toHaveLength(1);
});

test("it is measured until it is clear", async () => {
  const page = await opened();
  await page.run();
  engine.add.mockImplementation(async (before) => {
    const samples = before.plan.samples + 3;
    return { ...before, clear: samples > 10, plan: { ...before.plan, samples } };
  });
  await page.more.measure(60_000);
  expect(page.shown?.report.plan.samples).toBe(11);
  expect(textOf(moreView(page))).toContain("11 runs each: it is clear which is faster.");
});

test("stopped, it keeps what was added", async () => {
  const page = await opened();
  await page.run();
  engine.run.mockResolvedValueOnce(measured()).mockImplementationOnce(async () => {
    page.stop();
    throw new EngineError("aborted", "The run was stopped.");
  });
  await page.more.measure(60_000);
  expect(page.shown?.report.plan.samples).toBe(5);
  expect(page.more.state).toEqual({ is: "none", trouble: "" });
});

test("the runs of a session are listed, shown again, compared and deleted", async () => {
  const page = await opened();
  await page.run();
  const first = page.shown?.report;
  await page.run();
  const list = textOf(sessionSection(page));
  expect(list).toContain("2 workers · Threads with a GIL 1.00×");
  const [, earlier] = page.session.runs;
  if (earlier === undefined) throw new Error("one is missing");
  await page.session.compare(earlier);
  expect(page.other?.report).toBe(first);
  await page.session.show(earlier);
  expect([page.shown?.report, page.other]).toEqual([first, null]);
  page.session.remove(earlier);
  expect(page.session.runs).toHaveLength(1);
});

test("they outlast a reload, with the results of what is chosen", async () => {
  const storage = new Memory();
  const page = await opened(storage);
  await page.run();
  await vi.waitFor(() => expect(storage.length).toBe(1));
  const again = await opened(storage);
  expect(again.session.runs).toHaveLength(1);
  expect(again.shown?.report.startedAt).toBe(page.shown?.report.startedAt);
});
