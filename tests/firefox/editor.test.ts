import { expect, test } from "vitest";
import { run, texts, withFirefox } from "./firefox";

const firefox = withFirefox();

test("the editor has its looks under the page's policy, and marks an error", async () => {
  const page = await firefox.open(
    `${firefox.sites.isolated}#v=1&models=gil&workers=2&samples=1&warmups=0`,
  );
  await page.locator(".source-edit").click();
  await page.waitForSelector(">>> .cm-content");
  const [code, plain] = await Promise.all(
    [">>> .cm-line span", ">>> .cm-content"].map((selector) =>
      page.$eval(selector, (element) => getComputedStyle(element).color),
    ),
  );
  expect(code).not.toBe(plain);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.down("Control");
  await page.keyboard.press("End");
  await page.keyboard.up("Control");
  await page.keyboard.type("x = 5 +");
  await page.waitForSelector(">>> .cm-lintRange-error");
  expect(await texts(page, ".source-found")).toEqual([expect.stringContaining("Line 19, column")]);

  await page.keyboard.type(" 1");
  await page.waitForSelector("::-p-text(No errors found.)");
  await run(page);
  expect(await texts(page, ".chosen strong")).toEqual(["Countdown, edited"]);
});
