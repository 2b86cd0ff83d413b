import { expect, test } from "vitest";
import { models, report, result, traced } from "../../testing/report";
import { toChromeTrace } from "./chrome-trace";
import { field, toCsv } from "./csv";
import { text, toMarkdown } from "./markdown";

const gil = traced(result("gil", 2, [101, 99], { value: 0.99, low: 0.97, high: 1.01 }));
const found = report([result("sequential", 2, [100, 102], null), gil]);

/** CSV as its readers take it, quotes and all. */
function parse(csv: string): string[][] {
  const records = csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g) ?? [];
  return records.map((record) =>
    (record.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^",\r\n]*)/g) ?? []).map((cell) => {
      const value = cell.replace(/^,/, "");
      return value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value;
    }),
  );
}

test("CSV has a header and a row per sample, in the order of the samples", () => {
  const [header, ...rows] = parse(toCsv(found));
  expect(header).toEqual(
    "order,model,workers,startUpMs,copyInMs,computeMs,copyOutMs,joinMs,totalMs,handOffs,outlier,traced".split(
      ",",
    ),
  );
  expect(rows).toEqual([
    ["0", "sequential", "2", "10", "0", "100", "0", "0", "110", "", "false", "false"],
    ["0", "gil", "2", "10", "0", "101", "0", "0", "111", "", "false", "true"],
    ["1", "sequential", "2", "10", "0", "102", "0", "0", "112", "", "false", "false"],
    ["1", "gil", "2", "10", "0", "99", "0", "0", "109", "", "false", "false"],
  ]);
});

test.each(["a,b", 'say "a"', "two\r\nlines", "plain", ""])(
  "the CSV field %j comes back",
  (value) => {
    expect(parse(`x,${field(value)},y\r\n`)).toEqual([["x", value, "y"]]);
  },
);

test("Markdown tells what was run, where and when, and has a row per result", () => {
  const lines = toMarkdown(found, models, "https://host/a_(b)#v=1").split("\n");
  expect(lines[0]).toBe(
    "countdown · n = 1,000 · sized for its device · split · 2 samples · 2 cores · cross-origin isolated · clock step 5 µs · threads build, version 0.1.0 · 1970-01-01 · [run it yourself](https://host/a_%28b%29#v=1)",
  );
  expect(lines.filter((line) => line.startsWith("|"))).toEqual([
    "| Model | Workers | Median, ms | Speedup | 95 % interval | Hand-offs |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    "| Sequential | 2 | 100 | baseline |  |  |",
    "| Threads with a GIL | 2 | 101 | 0.99× | 0.97 – 1.01 | 20 |",
  ]);
});

test("in Markdown a text is only a text", () => {
  expect(text("a|b\n`c` *d* [e](f) <g>")).toBe("a\\|b \\`c\\` \\*d\\* \\[e\\](f) \\<g\\>");
  const hostile = report([], { plan: { ...found.plan, args: { "a|b\n": "| x |" } } });
  const [first = ""] = toMarkdown(hostile, models, "").split("\n");
  expect(first).toContain('a\\|b = "\\| x \\|"');
});

interface TraceEvent {
  ph: string;
  pid: number;
  tid: number;
  name: string;
  ts: number;
  dur: number;
  args?: Record<string, unknown>;
}

test("a trace has a named process per result and a named thread per worker", () => {
  const { traceEvents } = JSON.parse(toChromeTrace(found, models) ?? "") as {
    traceEvents: TraceEvent[];
  };
  const names = traceEvents.filter(({ ph, name }) => ph === "M" && name.endsWith("_name"));
  expect(names.map(({ name, tid, args }) => [name, tid, args?.["name"]])).toEqual([
    ["process_name", 0, "Threads with a GIL, 2 workers"],
    ["thread_name", 0, "worker 0"],
    ["thread_name", 1, "worker 1"],
  ]);
});

test("a trace's segments lie end to end, in microseconds, and merged ones say so", () => {
  const { traceEvents } = JSON.parse(toChromeTrace(found, models) ?? "") as {
    traceEvents: TraceEvent[];
  };
  const second = traceEvents.filter(({ ph, tid }) => ph === "X" && tid === 1);
  expect(second.map(({ name, ts, dur }) => [name, ts, dur])).toEqual([
    ["starting", 0, 1000],
    ["waiting for the GIL", 1000, 4500],
    ["running", 5500, 1500],
    ["done, not joined yet", 7000, 3000],
  ]);
  expect(second.map(({ args }) => args)).toEqual([
    undefined,
    undefined,
    { merged: { count: 3, runningMs: 1.2, waitingMs: 0.1, blockedMs: 0.2, unlockedMs: 0 } },
    undefined,
  ]);
});

test("a trace's hand-offs are arrows from worker to worker", () => {
  const { traceEvents } = JSON.parse(toChromeTrace(found, models) ?? "") as {
    traceEvents: TraceEvent[];
  };
  const arrows = traceEvents.filter(({ name }) => name === "hand-off");
  expect(arrows.map(({ ph, tid, ts }) => [ph, tid, ts])).toEqual([
    ["s", 0, 5000],
    ["f", 1, 5500],
    ["s", 1, 7000],
    ["f", 0, 7500],
  ]);
});

test("without traces there is no trace to save", () => {
  expect(toChromeTrace(report([result("gil", 2, [1], null)]), models)).toBeNull();
});
