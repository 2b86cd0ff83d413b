import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { QUICK, run } from "./controls";
import { expect, test } from "./test";

const FIGURES = /^(Speedup|Scaling|Where the time of a typical run went|Timeline)/;

/** The titles of all figures that can be saved as such a file. */
async function titles(page: Page, kind: "SVG" | "PNG"): Promise<string[]> {
  const start = `Save as ${kind}: `;
  const buttons = page.getByRole("button", { name: start });
  const names = await buttons.evaluateAll((found) =>
    found.map((button) => button.getAttribute("aria-label") ?? ""),
  );
  return names.map((name) => name.slice(start.length));
}

async function saved(page: Page, kind: "SVG" | "PNG", title: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Save as ${kind}: ${title}`, exact: true }).click(),
  ]);
  const ending = kind.toLowerCase();
  expect(download.suggestedFilename()).toMatch(
    new RegExp(`^gil-playground-countdown-[a-z-]+\\.${ending}$`),
  );
  return readFile(await download.path());
}

interface Picture {
  root: string;
  errors: number;
  scripts: number;
  /** All lines of text. */
  lines: string[];
  links: (string | null)[];
}

/** What the browser finds in an SVG file that is opened alone. */
function parsed(page: Page, svg: string): Promise<Picture> {
  return page.evaluate((text) => {
    const picture = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = (selector: string): Element[] => Array.from(picture.querySelectorAll(selector));
    return {
      root: picture.documentElement.localName,
      errors: all("parsererror").length,
      scripts: all("script").length,
      lines: all("text").map((element) => element.textContent),
      links: all("a").map((element) => element.getAttribute("href")),
    };
  }, svg);
}

/** The colour of a picture's first pixel, and how bright the whole of it is, up to 1. */
function looks(page: Page, png: Buffer): Promise<{ corner: number[]; brightness: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return {
      corner: Array.from(data.slice(0, 4)),
      brightness: data.reduce((sum, value) => sum + value, 0) / data.length / 255,
    };
  }, png.toString("base64"));
}

test.beforeEach(async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  await run(page);
});

test("every figure is saved as an SVG that explains itself", async ({ page, sites, context }) => {
  // A document of the site would hold the files to the site's own policy.
  const reader = await context.newPage();
  const device = page.getByRole("region", { name: "This device" }).locator("p").first();
  const about = (await device.innerText()).replace("This device: ", "");
  const found = await titles(page, "SVG");
  expect(found.filter((title) => FIGURES.test(title))).toHaveLength(4);
  for (const title of found) {
    const svg = (await saved(page, "SVG", title)).toString();
    const { root, errors, scripts, lines, links } = await parsed(reader, svg);
    expect([root, errors, scripts], title).toEqual(["svg", 0, 0]);
    expect(svg).not.toContain("<script");
    // Long lines are broken: sentences at spaces, the link anywhere.
    const words = lines.join(" ");
    expect(words).toContain(title);
    expect(words).toContain("countdown · n = 10,000,000");
    expect(words).toContain(about);
    expect(words).toContain(today());
    expect(lines.join("")).toContain(`${sites.isolated}#v=1&program=countdown`);
    expect(links).toEqual([expect.stringMatching(/#v=1&program=countdown&.*args\.n=10000000$/)]);
  }
});

function today(): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
}

test("every figure is saved as a PNG, large enough to be shown", async ({ page }) => {
  const found = await titles(page, "PNG");
  expect(found).toEqual(await titles(page, "SVG"));
  for (const title of found) {
    const png = await saved(page, "PNG", title);
    expect(png.subarray(0, 8), title).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    expect(png.toString("latin1", 12, 16)).toBe("IHDR");
    expect(png.readUInt32BE(16)).toBeGreaterThan(600);
    expect(png.readUInt32BE(20)).toBeGreaterThan(600);
  }
});

test("in a dark page, what is saved is as light as in a light one", async ({ page }) => {
  for (const title of await titles(page, "SVG")) {
    await page.emulateMedia({ colorScheme: "light" });
    const light = (await saved(page, "SVG", title)).toString();
    await page.emulateMedia({ colorScheme: "dark" });
    expect((await saved(page, "SVG", title)).toString(), title).toBe(light);
    const { corner, brightness } = await looks(page, await saved(page, "PNG", title));
    expect(corner).toEqual([0xfd, 0xfc, 0xfa, 255]);
    expect(brightness, title).toBeGreaterThan(0.75);
  }
});
