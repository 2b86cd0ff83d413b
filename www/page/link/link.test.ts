import { expect, test } from "vitest";
import type { Report } from "../../generated/types";
import type { Choices } from "../choices";
import { report, result, traced } from "../testing/report";
import { fromHash, toHash, toReportHash } from "./link";
import { pack } from "./pack";

const everything: Choices = {
  program: "fib",
  size: "default",
  models: ["gil", "free-threaded"],
  workers: [1, 2, 8],
  work: "repeat",
  samples: 10,
  warmups: 0,
  switchIntervalMs: 0.5,
  args: { n: 32, verbose: true, text: "1,2 & <b>" },
};

const SOURCE = "def task(worker, workers):\n    return worker\n";

test("no choices need no hash", async () => {
  expect(await toHash({})).toBe("");
  expect(await fromHash("")).toEqual({ choices: {}, problems: [] });
});

test("a hash is short and can be read", async () => {
  expect(await toHash({ program: "fib", workers: [1, 2] })).toBe("#v=1&program=fib&workers=1,2");
});

test("every choice comes back as it was", async () => {
  expect(await fromHash(await toHash(everything))).toEqual({ choices: everything, problems: [] });
  const { program: _, ...rest } = everything;
  const own = { ...rest, source: "def task(worker, workers):\n    return 'é'\n" };
  expect(await fromHash(await toHash(own))).toEqual({ choices: own, problems: [] });
});

test.each([
  [
    "version 1",
    "#v=1&program=fib&size=default&models=gil,process&workers=1,2&warmups=0&args.n=32",
    {
      program: "fib",
      size: "default",
      models: ["gil", "process"],
      workers: [1, 2],
      warmups: 0,
      args: { n: 32 },
    },
  ],
  [
    "version 1 with a program of one's own",
    "#v=1&samples=3&source=S0lNUyhJLM7WKM8vyk4t0lGA0MWaVlwKCgoKRaklpUV5UEEuAA",
    { samples: 3, source: SOURCE },
  ],
])("a link of %s keeps its meaning", async (_, hash, choices) => {
  expect(await fromHash(hash)).toEqual({ choices, problems: [] });
});

test("a link of version 1 with results keeps its meaning", async () => {
  const hash = "#v=1&report=q1ZKyy_KTSxRsjLUUSpKLS7NKSlWsoqOrQUA";
  const found = { format: 1, results: [] };
  expect(await fromHash(hash)).toEqual({ choices: {}, report: found, problems: [] });
});

test("a link with results brings them back, and of the traces how time was used", async () => {
  const gil = result("gil", 2, [101], { value: 0.99, low: 0.97, high: 1.01 });
  const found = report([result("sequential", 2, [100], null), traced(gil)]);
  const hash = await toReportHash(found);
  expect(hash.length).toBeLessThan(1500);
  const link = await fromHash(hash);
  expect(link).toMatchObject({ choices: {}, problems: [] });
  const { results } = link.report as Report;
  expect({ ...(link.report as Report), results: [] }).toEqual({ ...found, results: [] });
  expect({ ...results[1], trace: null }).toEqual(gil);
  const used = found.results[1]?.trace?.lanes.map(({ timeUse }) => timeUse);
  expect(results[1]?.trace?.lanes.map(({ timeUse }) => timeUse)).toEqual(used);
  expect(results[1]?.trace?.lanes.flatMap(({ states }) => states)).toEqual([]);
});

test.each([
  ["no JSON", async () => `#v=1&report=${await pack("<script>alert(1)</script>")}`, "not JSON"],
  [
    "cut off",
    async () => `#v=1&samples=3&report=${(await pack("{}".repeat(99))).slice(5)}`,
    "damaged",
  ],
  ["no letters", async () => "#v=1&source=%3Cscript%3E", "damaged"],
  ["megabytes", async () => `#v=1&report=${"A".repeat(3_000_000)}`, "too long"],
  ["one letter too long", async () => `#v=1&report=${"A".repeat(200_001)}`, "too long"],
])("a packed field that is %s is told of", async (_, make, words) => {
  const { report: found, problems } = await fromHash(await make());
  expect(found).toBeUndefined();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(words);
});

test.each(["#program=fib", "#v=2&program=fib", `#v=1&program=${"a".repeat(5000)}`])(
  "a link of another kind is not used: %.20s",
  async (hash) => {
    const { choices, problems } = await fromHash(hash);
    expect(choices).toEqual({});
    expect(problems).toHaveLength(1);
  },
);

test.each([
  "program=<img>",
  "program=",
  "size=huge",
  "workers=1,,2",
  "workers=-1",
  "workers=1e9",
  "workers=NaN",
  "samples=0x10",
  "work=all",
  "args.n={}",
  "args.n=[1]",
  "args.n=import",
  "source=print(1)",
  "timeLimitMs=1",
  "__proto__=1",
  "constructor=1",
])("%s is told of, and the rest is used", async (entry) => {
  const { choices, problems } = await fromHash(`#v=1&${entry}&samples=3`);
  expect(choices).toEqual({ samples: 3 });
  expect(problems).toHaveLength(1);
});

test("a hostile parameter name is only a name", async () => {
  const { choices } = await fromHash("#v=1&args.__proto__=1");
  expect(Object.keys(choices.args ?? {})).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(choices.args)).toBe(Object.prototype);
});
