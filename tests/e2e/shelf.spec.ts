/** The part of the library that is loaded when a program imports it. */
import type { ExecuteRequest } from "../../www/engine";
import { openEngine, type EngineHandle } from "./engine";
import { expect, test } from "./test";

const LIBRARY = "**/library.json";

const WANTING = `
import statistics
from fractions import Fraction
from multiprocessing import Pool

def half(number):
    return Fraction(number, 2)

if __name__ == "__main__":
    print(statistics.median([3, 1, 2]), bytearray(b"on the shelf"))
    with Pool(1) as pool:
        print(pool.map(half, range(3)))
`;

const PRINTED = `2 bytearray(b'on the shelf')
[Fraction(0, 1), Fraction(1, 2), Fraction(1, 1)]
`;

async function printedBy(engine: EngineHandle, request: ExecuteRequest): Promise<string> {
  const { output } = await engine.evaluate((it, wanted) => it.execute(wanted), request);
  return output.map(({ text }) => text).join("");
}

for (const build of ["isolated", "plain"] as const) {
  test(`a program and its processes get the modules that they import (${build})`, async ({
    page,
    sites,
  }) => {
    const engine = await openEngine(page, sites[build]);
    expect(await printedBy(engine, { source: WANTING, runtime: "gil" })).toBe(PRINTED);
    expect(await printedBy(engine, { source: WANTING, runtime: "gil" })).toBe(PRINTED);
  });
}

test("it is not loaded for programs that need nothing of it", async ({ page, sites }) => {
  const asked: string[] = [];
  await page.context().route(LIBRARY, (route) => {
    asked.push(route.request().url());
    return route.continue();
  });
  const engine = await openEngine(page, sites.isolated);
  const source = "import asyncio, collections, logging, multiprocessing, threading, time\nprint(1)";
  expect(await printedBy(engine, { source, runtime: "gil" })).toBe("1\n");
  expect(asked).toEqual([]);
  expect(await printedBy(engine, { source: "import uuid\nprint(2)", runtime: "gil" })).toBe("2\n");
});

test("a library that cannot be loaded is told of, and asked for again", async ({ page, sites }) => {
  await page.context().route(LIBRARY, (route) => route.fulfill({ status: 503 }));
  const engine = await openEngine(page, sites.isolated);
  const request: ExecuteRequest = { source: WANTING, runtime: "gil" };
  await expect(printedBy(engine, request)).rejects.toThrow(
    /The library could not be loaded from .*library\.json: HTTP status 503\./,
  );
  await page.context().unroute(LIBRARY);
  expect(await printedBy(engine, request)).toBe(PRINTED);
});
