/** When the element loads what, and how much. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Locator } from "@playwright/test";
import { wasmPlace } from "../../scripts/build/wasm-place.mjs";
import { buildNames } from "../../scripts/build/wasm.mjs";
import { assets, dist } from "../../scripts/lib/paths.mjs";
import { filesIn } from "../../scripts/lib/stamp.mjs";
import { article, expect, FOUND, frameOf, runIn, scriptOf, SMALL, statusIn, test } from "./hosts";

test("until Run the element loads nothing heavy, and little but the engine then", async ({
  page,
  open,
  sites,
}) => {
  const sizes = new Map<string, number>();
  page.on("response", async (response) => {
    if (!response.url().startsWith(sites.isolated)) return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    // To compress the engine as well takes half a minute: all but it counts here.
    const isEngine = response.url().endsWith(".wasm");
    sizes.set(response.url(), isEngine ? body.length : brotliCompressSync(body).length);
  });
  const loaded = (): string[] => [...sizes.keys()];
  const total = (): number => [...sizes.values()].reduce((sum, size) => sum + size, 0);
  await open(article(`<gil-playground ${SMALL}></gil-playground>`, scriptOf(sites.isolated)));
  await expect(runIn(frameOf(page))).toBeEnabled();
  await page.waitForLoadState("networkidle");
  expect(loaded().filter((url) => /wasm|engine|worker/.test(url))).toEqual([]);
  expect(total(), "until Run").toBeLessThan(40_000);
  await runIn(frameOf(page)).click();
  await expect(statusIn(frameOf(page))).toHaveText(FOUND);
  const wasm = loaded().filter((url) => url.endsWith(".wasm"));
  expect(wasm).toHaveLength(1);
  const engine = sizes.get(wasm[0] ?? "") ?? 0;
  console.log(`  an embed that runs loads ${total() - engine} bytes besides the WebAssembly`);
  expect(total() - engine, "all but the WebAssembly").toBeLessThan(50_000);
});

for (const [how, approach] of [
  ["the pointer", (run: Locator) => run.hover()],
  ["the focus", (run: Locator) => run.focus()],
] as const) {
  test(`${how} comes to Run, and the engine is loaded before it is pressed`, async ({
    page,
    open,
    sites,
  }) => {
    const modules: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".wasm")) modules.push(request.url());
    });
    const two = `<gil-playground ${SMALL}></gil-playground>`.repeat(2);
    await open(article(two, scriptOf(sites.isolated)));
    const frame = frameOf(page);
    await expect(runIn(frame)).toBeEnabled();
    await expect(runIn(frameOf(page, 1))).toBeEnabled();
    await page.waitForLoadState("networkidle");
    expect(modules).toEqual([]);
    await approach(runIn(frame));
    await expect.poll(() => modules.length).toBe(1);
    await expect(runIn(frame)).toBeEnabled();
    await runIn(frame).click();
    await expect(statusIn(frame)).toHaveText(FOUND);
    // Its own engine, and once; the other playground has loaded none.
    expect(modules).toHaveLength(1);
  });
}

test.describe("settings that cannot be loaded", () => {
  test.use({ allowedErrors: /ERR_FAILED/ });

  test("say so, and come when they are asked for again", async ({ page, open, sites }) => {
    await open(article(`<gil-playground ${SMALL}></gil-playground>`, scriptOf(sites.isolated)));
    const frame = frameOf(page);
    await expect(runIn(frame)).toBeEnabled();
    await page.context().route("**/settings-*.js", (route) => route.abort());
    const summary = frame.getByText("Settings", { exact: true });
    await summary.click();
    await expect(frame.getByRole("alert")).toHaveText(/The settings could not be loaded/);
    await page.context().unroute("**/settings-*.js");
    await summary.click();
    await summary.click();
    await expect(frame.getByRole("spinbutton", { name: "n", exact: true })).toBeVisible();
    await expect(frame.getByRole("alert")).toHaveCount(0);
  });
});

test("the element is under 3 KB as hosts send it, and under 6.5 KB as it is", () => {
  const size = (ending: string): number => statSync(join(dist, `gil-playground.js${ending}`)).size;
  for (const ending of [".br", ".gz"]) expect(size(ending), ending).toBeLessThan(3000);
  expect(size(""), "uncompressed").toBeLessThan(6500);
});

/** The one has each function for both memory policies: see LIMITATIONS.md. */
const MOST_BYTES = { single: 900_000, threads: 1_000_000 };

for (const build of buildNames) {
  test(`the ${build} build is under ${MOST_BYTES[build] / 1000} KB as hosts send it`, () => {
    const files = filesIn(join(assets, wasmPlace(), build)).filter((it) => it.endsWith(".wasm.br"));
    expect(files).toHaveLength(1);
    expect(statSync(files[0] ?? "").size).toBeLessThan(MOST_BYTES[build]);
  });
}

test("the element comes near the viewport before it loads", async ({ page, open, sites }) => {
  const far = '<div style="height: 6000px"></div>';
  await open(
    article(`${far}<gil-playground ${SMALL}></gil-playground>`, scriptOf(sites.isolated)),
  );
  await page.waitForLoadState("networkidle");
  expect(page.frames().filter((frame) => frame.url().includes("embed.html"))).toEqual([]);
  await page.locator("#below").scrollIntoViewIfNeeded();
  await expect(runIn(frameOf(page))).toBeEnabled();
});
