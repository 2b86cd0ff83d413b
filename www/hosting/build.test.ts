import { expect, test } from "vitest";
import { fileFor } from "./build";

const SCOPE = "https://example.org/blog/gil/";
const PAGES = ["index.html", "embed.html"];

function asked(path: string, mode: RequestMode, method = "GET"): string | null {
  return fileFor({ url: new URL(path, SCOPE).href, mode, method }, SCOPE, PAGES);
}

test.each([
  ["", "index.html"],
  ["index.html", "index.html"],
  ["index", "index.html"],
  ["?autorun#v=1", "index.html"],
  ["embed.html?hide=why", "embed.html"],
  ["embed", "embed.html"],
  ["other.html", null],
  ["assets/index-1.js", null],
  ["../", null],
])("a visit of %j is answered with %j", (path, file) => {
  expect(asked(path, "navigate")).toBe(file);
});

test.each([
  ["assets/index-1.js", "assets/index-1.js"],
  ["assets/wasm-1/threads/engine.wasm", "assets/wasm-1/threads/engine.wasm"],
  ["sw.js", null],
  ["engine.js", null],
  ["index.html", null],
  ["https://example.com/blog/gil/assets/index-1.js", null],
])("a request of %j is answered with %j", (path, file) => {
  expect(asked(path, "cors")).toBe(file);
});

test("what is sent is nobody's to keep", () => {
  expect(asked("assets/index-1.js", "cors", "POST")).toBeNull();
});
