import { AxeBuilder } from "@axe-core/playwright";
import { QUICK, runButton } from "./controls";
import { article, expect, frameOf, runIn, statusIn, test } from "./hosts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("the dialog shows what it embeds, and its snippet works elsewhere", async ({
  page,
  open,
  sites,
}) => {
  await page.goto(sites.isolated + QUICK);
  await expect(runButton(page)).toBeEnabled();
  const opener = page.getByRole("button", { name: "Embed…" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Embed this experiment" });
  await expect(dialog).toBeVisible();
  await expect(runIn(frameOf(page))).toBeEnabled();
  const { violations } = await new AxeBuilder({ page }).include("dialog").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await dialog.getByRole("checkbox", { name: "Settings" }).uncheck();
  await dialog.getByRole("combobox", { name: "Colours" }).selectOption("dark");
  const element = dialog.getByRole("textbox", { name: "HTML element, to copy" });
  await expect(element).toHaveValue(/hide="settings"/);
  await expect(frameOf(page).getByText("Settings", { exact: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Copy: HTML element" }).click();
  await expect(dialog.getByText("Copied.")).toBeVisible();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  expect(snippet).toContain('models="gil free-threaded process"');

  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();

  await open(article(snippet));
  await expect(frameOf(page).getByText("Settings", { exact: true })).toHaveCount(0);
  await runIn(frameOf(page)).click();
  await expect(statusIn(frameOf(page))).toHaveText(/^With 2 workers/);
});
