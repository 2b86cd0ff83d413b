import { expect, test, vi } from "vitest";
import type { Diagnostic } from "../../generated/types";
import { EngineError } from "../../engine";
import { models, report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { diagnosticText, failureView } from "./failure";
import { faultLine } from "./fault";
import { mismatchAlert } from "./mismatches";
import { finding, why } from "./narrative";
import { numbers } from "./numbers";

const results = [
  result("sequential", 2, [100], null),
  result("gil", 2, [101], { value: 0.99, low: 0.97, high: 1.01 }),
];

test("the table of a report", () => {
  expect(textOf(numbers(report(results), models))).toMatchSnapshot();
});

test("what a program sums up is in the table, if it does", () => {
  const [baseline, gil] = results;
  if (baseline === undefined || gil === undefined) throw new Error("no results");
  const text = textOf(numbers(report([baseline, { ...gil, summary: "counter = <7>" }]), models));
  expect(text).toContain("Summary");
  expect(text).toContain('<td class="summary">counter = &lt;7></td>');
  expect(text).toContain('<td class="summary">–</td>');
});

test("no notes when all is well", () => {
  expect(textOf(mismatchAlert(report(results), models))).toBe("");
  expect(textOf(why(report(results))).trim()).toBe("");
});

test("a mismatch is an alert, with what was found and what was expected", () => {
  const mismatch = { model: "gil", workers: 2, worker: 1, expected: "0", found: "7" } as const;
  const text = textOf(mismatchAlert(report(results, { mismatches: [mismatch] }), models));
  expect(text).toContain('role="alert"');
  expect(text).toMatch(
    /Threads with a GIL, 2 workers, task 1:\s*<code>7<\/code> instead of <code>0/,
  );
  expect(textOf(numbers(report(results, { mismatches: [mismatch] }), models))).toContain("differ");
});

test("the finding is the first sentence, the others tell why", () => {
  const narrative = "With 2 workers, a (1.92×) ran faster. A: 0.5 of 2 ran. B: <b>.";
  const found = report(results, { narrative });
  expect(finding(found)).toBe("With 2 workers, a (1.92×) ran faster.");
  expect(textOf(why(found))).toContain('<p class="why">A: 0.5 of 2 ran. B: &lt;b>.</p>');
});

test("what makes the device doubtful is told", () => {
  const signs = [{ kind: "drift", message: "The device became slower." }] as const;
  const text = textOf(why(report(results, { signs: [...signs] })));
  expect(text).toContain("<p>The device became slower.</p>");
});

const diagnostic: Diagnostic = {
  line: 3,
  column: 6,
  endLine: 3,
  endColumn: 9,
  message: "not supported",
  sourceLine: "\té = foo",
};

test("carets stand under what a diagnostic is about, after tabs too", () => {
  expect(diagnosticText(diagnostic)).toBe(
    "Line 3, column 6: not supported\n  \té = foo\n  \t    ^^^",
  );
});

test("a diagnostic that goes on in another line is marked to the end of its first", () => {
  const text = diagnosticText({ ...diagnostic, endLine: 4, endColumn: 1 });
  expect(text.split("\n").at(-1)).toBe("  \t    ^^^");
});

test("a failure shows its traceback as text", () => {
  const failure = EngineError.from({
    kind: "raised",
    message: "ZeroDivisionError: division by zero",
    model: "gil",
    workers: 2,
    worker: 0,
    exception: "ZeroDivisionError",
    traceback: 'Traceback\n  File "<program>", line 2',
    line: 2,
    output: "begins\n",
  });
  const text = textOf(failureView(failure, null, models));
  expect(text).toContain("Threads with a GIL with 2 workers, in worker 0, at line 2.");
  expect(text).toContain('role="alert"');
  expect(text).toContain("&lt;program>");
  expect(text).toContain("begins");
});

test("a fault of the playground comes with a line for a bug report", () => {
  const fault = "panicked at src/vm/eval.rs:1:2: assertion `left == right` failed\n  left: 1";
  const environment = { ...report(results).environment, userAgent: "Browser/1 <x>" };
  expect(faultLine(fault, environment)).toBe(
    "GIL playground 0.1.0, threads build: panicked at src/vm/eval.rs:1:2: assertion `left == right` failed left: 1 (Browser/1 <x>)",
  );
  // An engine that never started is not known.
  vi.stubGlobal("navigator", { userAgent: "Browser/1" });
  expect(faultLine("unreachable", null)).toMatch(/^GIL playground: unreachable \(Browser\/1\)$/);
  vi.unstubAllGlobals();
  const text = textOf(failureView(EngineError.ofFault(fault), environment));
  expect(text).toContain("The playground itself has a fault; the program is not to blame.");
  expect(text).toContain("Bug report, to copy");
});

test("a model that is too short to compare has times and no speedup", () => {
  const short = [result("sequential", 2, [0.01], null), result("gil", 2, [0.02], null)];
  const text = textOf(numbers(report(short), models));
  expect(text).toContain("<td>baseline</td>");
  expect(text).toContain("<td>too short</td>");
});
