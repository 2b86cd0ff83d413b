import { expect, test } from "vitest";
import { Drafts, type Store } from "./drafts";

function store(text: string | null = null): Store {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_, value) => {
      kept = value;
    },
  };
}

test("the last draft of each base is kept, the latest first", () => {
  const kept = store();
  const drafts = new Drafts(() => kept);
  drafts.keep({ source: "a" });
  drafts.keep({ source: "b", basedOn: "fib" });
  drafts.keep({ source: "c" });
  expect(drafts.all()).toEqual([{ source: "c" }, { source: "b", basedOn: "fib" }]);
});

test.each(["{", "7", '[{"source":7},null]'])("what was stored as %s is no draft", (text) => {
  expect(new Drafts(() => store(text)).all()).toEqual([]);
});

test("a store that is refused does no harm", () => {
  const drafts = new Drafts(() => {
    throw new Error("SecurityError");
  });
  drafts.keep({ source: "a" });
  expect(drafts.all()).toEqual([]);
});
