import { describe, expect, test } from "vitest";
import { fromHash, toHash } from "../link/link";
import { LESSONS } from "./lessons";
import { changedLine, changedSource, stepOf } from "./step";

test("a step is read from its file", () => {
  const step = stepOf(`"""A title

Some words
in two lines.

What then?
- this
- that *

Because.

See: gil, waiting: It
waits.

Change: x = 1 -> x = 2
Look again.
"""

y = 0
x = 1
`);
  expect(step).toEqual({
    title: "A title",
    intro: "Some words in two lines.",
    question: "What then?",
    options: [
      { text: "this", isRight: false },
      { text: "that", isRight: true },
    ],
    why: "Because.",
    see: { model: "gil", state: "waiting", lane: "", text: "It waits." },
    change: { from: "x = 1", to: "x = 2", after: "Look again." },
    source: "y = 0\nx = 1\n",
  });
  expect([changedLine(step), changedSource(step)]).toEqual([2, "y = 0\nx = 2\n"]);
});

test("what is none is refused", () => {
  const pointless = '"""A title\n\nWhat?\n- this *\n\nSee: gil, dancing: Look.\n\nChange: 1 -> 2\n"""\nprint(1)\n';
  expect(() => stepOf(pointless)).toThrow("points at nothing");
  expect(() => stepOf("print(1)\n")).toThrow("no step");
});

describe.each(LESSONS.map((lesson) => [lesson.title, lesson] as const))("%s", (_, { steps }) => {
  test("it has three to five steps", () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
  });

  test.each(steps.map((step) => [step.title, step] as const))("%s: one answer is right, and one thing is changed", (_title, step) => {
    expect(step.options.filter(({ isRight }) => isRight)).toHaveLength(1);
    expect(step.source.split(step.change.from)).toHaveLength(2);
    expect(step.why + step.intro + step.change.after).not.toMatch(/undefined|"""/);
    // It is read beside the program, on a phone too.
    expect(Math.max(...step.source.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

test("a link to a step is short, and brings its program; one that was changed brings that", async () => {
  const hash = "#v=1&lesson=the-lock&step=2";
  const { choices, problems } = await fromHash(hash);
  expect(problems).toEqual([]);
  expect(choices.source).toContain("setswitchinterval(0.005)");
  expect(await toHash(choices)).toBe(hash);
  const changed = await fromHash(await toHash({ ...choices, source: "print(1)\n" }));
  expect(changed.choices).toMatchObject({ lesson: "the-lock", step: 2, source: "print(1)\n" });
});

test("a step that is not there is told of", async () => {
  const { choices, problems } = await fromHash("#v=1&lesson=the-lock&step=9");
  expect(choices).toEqual({});
  expect(problems).toEqual(["There is no step 9 of a lesson “the-lock”."]);
});
