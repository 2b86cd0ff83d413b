import { beforeEach, expect, test, vi } from "vitest";
import type { Diagnostic, Inspection, PlanRequest, Report, ScriptReport } from "../generated/types";
import { EngineError, type Engine, type SampleRequest } from "../engine";
import { toHash, toReportHash, toScriptReportHash } from "./link/link";
import { Page } from "./page";
import { scriptReport } from "./testing/execution";
import { countdown as program } from "./testing/program";
import { models, report, result } from "./testing/report";
import { openFile } from "./travel/read";

const here = report([result("sequential", 1, [100], null)]);
const { environment } = here;
const there = report([result("sequential", 1, [900], null)], {
  environment: { ...environment, build: "cpython", version: "3.13.1" },
  plan: { ...here.plan, source: program.source },
});

const elsewhere = scriptReport();
elsewhere.comparison.narrative = "So.";
elsewhere.plan = { ...elsewhere.plan, source: "print(1)", args: ["-n", "3"], stdin: "Ann\n" };

const problem: Diagnostic = {
  line: 1,
  column: 5,
  endLine: 1,
  endColumn: 8,
  message: "t-strings are not supported",
  sourceLine: "x = t''",
};

/** An engine that measures at once, and takes for a report whatever has results. */
const engine = {
  environment,
  models: () => models,
  programs: () => [program],
  plan: async () => here.plan,
  inspect: async (source: string): Promise<Inspection> => {
    if (source.includes("t''")) return { kind: null, diagnostics: [problem], parameters: [] };
    const kind = source.includes("def task(") ? "task" : "script";
    return { kind, diagnostics: [], parameters: [{ name: "k", default: 3, kind: "int" }] };
  },
  run: vi.fn(async (request: PlanRequest | SampleRequest): Promise<Report | ScriptReport> => {
    return "runtimes" in request ? elsewhere : here;
  }),
  analyzeScript: async (found: ScriptReport) => found,
  analyze: async (found: unknown) => {
    if (typeof found === "object" && found !== null && "results" in found) return found as Report;
    throw new EngineError("bad-request", "it has no results");
  },
};

/** What the address was, also made by a page of an earlier test that comes to its end. */
let addresses: string[] = [];

beforeEach(() => {
  addresses = [];
  vi.stubGlobal("history", {
    replaceState: (_state: unknown, _title: string, url: string) => {
      addresses.push(url);
    },
  });
  engine.run.mockClear();
});

async function opened(hash = ""): Promise<Page> {
  vi.stubGlobal("location", { origin: "https://host", pathname: "/", search: "", hash });
  const page = new Page(() => undefined);
  await page.open(Promise.resolve(engine as unknown as Engine));
  return page;
}

test("a run is shown with the link to its experiment", async () => {
  const page = await opened();
  await page.run();
  expect(page.shown?.report).toBe(here);
  expect(page.shown?.link).toMatch(/^https:\/\/host\/#v=1&models=sequential,gil/);
  expect(page.other).toBeNull();
});

test("the address follows what is chosen", async () => {
  const page = await opened("#v=1&samples=3");
  page.change({ workers: [1, 2] });
  await vi.waitFor(() => expect(addresses).toContain("#v=1&samples=3&workers=1,2"));
});

test("a report is shown, then stands beside a run here, until it is closed", async () => {
  const page = await opened();
  await page.reports.open(there);
  expect([page.shown?.report, page.other]).toEqual([there, null]);
  await page.reports.run();
  expect(engine.run).toHaveBeenCalledOnce();
  expect(page.choices).toMatchObject({ program: "countdown", args: { n: 1000 }, samples: 2 });
  expect([page.shown?.report, page.other?.report]).toEqual([here, there]);
  page.reports.swap();
  expect([page.shown?.report, page.other?.report]).toEqual([there, here]);
  page.reports.close();
  expect([page.shown?.report, page.other]).toEqual([here, null]);
});

test("a report comes with a link, too", async () => {
  const page = await opened(await toReportHash(there));
  expect(page.shown?.report).toEqual(there);
});

test("what is no report is told of, and what is shown stays", async () => {
  const page = await opened();
  await page.run();
  await page.reports.open({ no: "results" });
  expect(page.problems).toEqual(["This is no report that can be shown (it has no results)."]);
  expect(page.shown?.report).toBe(here);
  await openFile(page, new File(["{"], "a.json"));
  expect(page.problems).toEqual(["“a.json” is not JSON, so it is no report."]);
});

test("nothing is opened while the engine measures", async () => {
  const page = await opened();
  const running = page.run();
  await page.reports.open(there);
  expect(page.problems).toEqual(["A report can be opened when nothing is being measured."]);
  await running;
  expect(page.shown?.report).toBe(here);
});

test("a program of the reader's own comes with an opened report, and stays on offer", async () => {
  const page = await opened();
  await page.reports.open({
    ...there,
    plan: { ...there.plan, source: "def task(worker, workers, k=3): pass" },
  });
  await page.reports.run();
  expect(page.settings?.program).toMatchObject({ id: "own program", parameters: [{ name: "k" }] });
  page.chooseProgram("countdown");
  expect(page.choices).not.toHaveProperty("source");
  page.chooseProgram("own program");
  expect(page.choices).toMatchObject({ source: "def task(worker, workers, k=3): pass" });
});

const EDITED = "def task(worker, workers, k=3): return k";

test("an edit makes the program the reader's own at once, and its parameters follow", async () => {
  const page = await opened();
  page.change({ args: { n: 7 } });
  page.edit(EDITED);
  expect(page.settings).toMatchObject({ program: { id: "own program countdown" }, args: { n: 7 } });
  await page.writing.look();
  expect(page.settings).toMatchObject({ program: { parameters: [{ name: "k" }] }, args: {} });
  await vi.waitFor(() => expect(addresses.join(" ")).toMatch(/#v=1&basedOn=countdown&source=/));
});

test("a value is kept for when its parameter comes back", async () => {
  const page = await opened();
  page.edit(EDITED);
  await page.writing.look();
  page.change({ args: { k: 8 } });
  page.edit(program.source);
  expect(page.choices).toEqual({ program: "countdown" });
  page.edit(EDITED);
  await page.writing.look();
  expect(page.settings?.args).toEqual({ k: 8 });
});

test("a program with an error is not run, and nothing is lost", async () => {
  const page = await opened();
  await page.run();
  page.edit("x = t''");
  await page.run();
  expect(engine.run).toHaveBeenCalledOnce();
  expect(page.writing).toMatchObject({ isRefused: true, problems: [problem] });
  expect(page.shown?.report).toBe(here);
  page.edit(EDITED);
  expect(page.writing.isRefused).toBe(false);
  await page.run();
  expect(engine.run).toHaveBeenCalledTimes(2);
});

test("another program leaves the reader's version on offer", async () => {
  const page = await opened();
  page.edit(EDITED);
  page.chooseProgram("countdown");
  expect(page.choices).toEqual({ program: "countdown" });
  page.chooseProgram("own program countdown");
  expect(page.choices).toEqual({ source: EDITED, basedOn: "countdown" });
});

test("a link with an error in its program keeps it", async () => {
  const page = await opened(await toHash({ source: "x = t''", basedOn: "countdown" }));
  expect(page.settings?.program.source).toBe("x = t''");
  expect(page.writing.problems).toEqual([problem]);
});

test("an engine that breaks while it looks at a program says so when it is to run", async () => {
  const page = await opened();
  const fault = "panicked at src/lang/mod.rs:1:2: none was meant";
  vi.spyOn(engine, "inspect").mockRejectedValue(EngineError.ofFault(fault));
  page.edit(EDITED);
  await page.run();
  expect(engine.run).not.toHaveBeenCalled();
  expect(page.activity).toMatchObject({ is: "failed", error: { detail: { fault } } });
  vi.restoreAllMocks();
  await page.run();
  expect(page.activity.is).toBe("done");
});

test("a script runs under each Python, and what it came to is the finding", async () => {
  const page = await opened(await toHash({ source: "print(1)", switchIntervalMs: 1 }));
  expect(page.problems).toEqual([]);
  expect(page.isScript).toBe(true);
  await page.run();
  expect(engine.run.mock.calls.map(([request]) => request)).toEqual([
    {
      source: "print(1)",
      runtimes: ["gil", "free-threaded"],
      args: [],
      stdin: "",
      switchIntervalMs: 1,
    },
  ]);
  expect(page.activity.is).toBe("executed");
  expect(page.script.finding).toBe("So.");
});

test("a script is given what its settings say, and a link keeps that", async () => {
  const hash = await toHash({ source: "print(1)", argv: "-n '3 4'", stdin: "Ann\nBen\n", samples: 5 });
  const page = await opened(hash);
  expect(page.problems).toEqual([]);
  await page.run();
  expect(engine.run.mock.lastCall?.[0]).toMatchObject({
    args: ["-n", "3 4"],
    stdin: "Ann\nBen\n",
    samples: 5,
  });
});

test("a link with the results of a script shows them until it is run here", async () => {
  const page = await opened(await toScriptReportHash(elsewhere));
  expect(page.problems).toEqual([]);
  expect([page.isScript, page.script.finding]).toEqual([true, "So."]);
  expect(page.choices).toMatchObject({ source: "print(1)", argv: "-n 3", stdin: "Ann\n" });
  expect(page.script.shown?.report).toEqual(elsewhere);
  await page.run();
  expect(page.script.result?.report).toBe(elsewhere);
  expect(page.script.frozen).not.toBeNull();
});

test("the reader's own program is empty at first, and becomes a script or a task", async () => {
  const page = await opened();
  page.startOwn();
  expect(page.choices).toEqual({ source: "" });
  expect(page.isScript).toBe(true);
  page.edit(EDITED);
  await page.writing.look();
  expect(page.isScript).toBe(false);
  page.chooseProgram("countdown");
  page.startOwn();
  expect(page.choices).toEqual({ source: EDITED });
});

test("a report that is opened stands in the place of a script's results", async () => {
  const page = await opened(await toHash({ source: "print(1)" }));
  await page.run();
  expect(page.shown).toBeNull();
  await page.reports.open(there);
  expect([page.isScript, page.shown?.report]).toEqual([false, there]);
  page.reports.close();
  expect([page.isScript, page.shown]).toEqual([true, null]);
});
