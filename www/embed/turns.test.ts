import { afterEach, expect, test, vi } from "vitest";
import { inTurn } from "./turns";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const free = { signal: new AbortController().signal, onWait: () => undefined };

afterEach(() => vi.restoreAllMocks());

test("works take turns, the first one first", async () => {
  const order: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    order.push(`${name} begins`);
    await pause(300);
    order.push(`${name} ends`);
  };
  const first = inTurn(work("first"), free);
  await pause(5);
  const second = inTurn(work("second"), free);
  await Promise.all([first, second]);
  expect(order).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});

test("of several that want it at the same moment one works at a time", async () => {
  vi.spyOn(Date, "now").mockReturnValue(0);
  let working = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    working += 1;
    most = Math.max(most, working);
    await pause(20);
    working -= 1;
  };
  await Promise.all(Array.from({ length: 6 }, () => inTurn(work, free)));
  expect(most).toBe(1);
});

test("who waits is told so, and may give up", async () => {
  const first = inTurn(() => pause(1000), free);
  await pause(300);
  const stop = new AbortController();
  const told: string[] = [];
  const second = inTurn(async () => told.push("ran"), {
    signal: stop.signal,
    onWait: () => {
      told.push("waits");
      stop.abort();
    },
  });
  await expect(second).rejects.toThrow(/abort/);
  expect(told).toEqual(["waits"]);
  await first;
});

test("a work that fails leaves the turn to the next one", async () => {
  await expect(inTurn(() => Promise.reject(new Error("no")), free)).rejects.toThrow("no");
  expect(await inTurn(() => Promise.resolve(1), free)).toBe(1);
});
