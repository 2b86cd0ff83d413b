import { expect, test } from "vitest";
import type { Environment } from "../../generated/types";
import { report } from "../testing/report";
import { dateLine, originOf, placeOf } from "./origin";

const { environment } = report([]);
const chrome =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

test.each<[string, Partial<Environment>, string]>([
  [
    "CPython 3.11.7",
    { build: "cpython", version: "3.11.7", userAgent: "Linux-6.1-x86_64", cores: 8 },
    "CPython 3.11.7, Linux-6.1-x86_64, 8 cores",
  ],
  [
    "CPython 3.14.1",
    { build: "cpython", version: "3.14.1", userAgent: "CPython 3.14.1 free-threaded, Linux" },
    "CPython 3.14.1 free-threaded, Linux, 2 cores",
  ],
  ["Chrome 140", { userAgent: chrome }, "Chrome 140 on Linux, 2 cores"],
  ["Edge 139", { userAgent: `${chrome} Edg/139.0` }, "Edge 139 on Linux, 2 cores"],
  ["another device", { userAgent: "<script>", cores: 1 }, "another device, 1 core"],
  ["the engine outside a browser", { build: "native" }, "the engine outside a browser, 2 cores"],
])("a report of %s", (label, changes, line) => {
  const found = report([], { environment: { ...environment, ...changes } });
  expect(originOf(found.environment)).toBe(label);
  expect(originOf(found.environment) + placeOf(found.environment)).toBe(line);
});

test("a date that is none does no harm", () => {
  expect(dateLine(report([], { startedAt: 1e300 }))).toBe("at an unknown time");
});
