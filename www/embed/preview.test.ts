import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { settle } from "../page/choices";
import { seeded } from "../page/testing/random";
import { previewOf } from "./preview";

beforeAll(() => {
  vi.stubGlobal("crossOriginIsolated", false);
  vi.stubGlobal("navigator", { hardwareConcurrency: 4 });
});

afterAll(() => vi.unstubAllGlobals());

test("a link is shown before the engine is there", async () => {
  const { choices, offer, problems } = await previewOf("#v=1&program=fib&models=gil&workers=1,2");
  expect(problems).toEqual([]);
  expect(settle(choices, offer)).toMatchObject({
    program: { id: "fib" },
    models: ["sequential", "gil"],
    workers: [1, 2],
  });
});

test("without a link it is the first program on one worker and on all cores", async () => {
  const { choices, offer } = await previewOf("");
  expect(settle(choices, offer)).toMatchObject({ program: { id: "countdown" }, workers: [1, 4] });
});

test("an unknown program and too many panels are told of", async () => {
  const many = Array.from({ length: 40 }, (_, index) => index + 1).join(",");
  const { choices, problems } = await previewOf(`#v=1&program=nope&workers=${many}`);
  expect(choices).toEqual({});
  expect(problems.join(" ")).toMatch(/`nope`.*workers.*usual settings/);
});

test("whatever a link says, there is something to show, or a message", async () => {
  const random = seeded(7);
  const pick = <T>(items: readonly [T, ...T[]]): T =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const text = (): string =>
    Array.from({ length: Math.floor(random() * 30) }, () => pick(LETTERS)).join("");
  for (let round = 0; round < 3000; round++) {
    const fields = Array.from({ length: Math.floor(random() * 6) }, () => {
      const value = pick([text(), text(), "1e99", "-1", "0", "10000", "gil,gil", "null", "%"]);
      return `${pick(NAMES)}=${value}`;
    });
    const hash = `#${pick(["v=1&", "v=1&", "v=2&", "", text()])}${fields.join("&")}`;
    const { choices, offer, problems } = await previewOf(hash);
    expect(settle(choices, offer), hash).not.toBeNull();
    for (const problem of problems) expect(problem.length, hash).toBeLessThan(400);
  }
});

const LETTERS = ["a", "0", ",", "<script>", "&", "=", "%", "é", "\u0000", '"', "_", "{", "😀"] as const;
const NAMES = [
  "program",
  "source",
  "report",
  "models",
  "workers",
  "samples",
  "size",
  "work",
  "args.n",
  "args.__proto__",
  "__proto__",
  "v",
] as const;
