/** What a person finds on the page. */
import { expect, type Locator, type Page } from "@playwright/test";

/** All four models on a small job, few and short runs. */
export const QUICK =
  "#v=1&program=countdown&args.n=10000000&models=gil,free-threaded,process&workers=1,2&samples=2";

export const runButton = (page: Page): Locator =>
  page.getByRole("button", { name: "Run", exact: true });

/** Shows the chosen program, and opens all of them. */
export const programButton = (page: Page): Locator => page.getByRole("button", { name: /^Program / });

/** Chooses a program by its title. */
export async function chooseProgram(page: Page, title: string): Promise<void> {
  await programButton(page).click();
  await page.getByRole("radio", { name: title, exact: true }).click();
}

/** Opens the editor. */
export async function edit(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const editor = page.getByRole("textbox", { name: "Source" });
  await expect(editor).toBeFocused();
  return editor;
}

/** As a paste puts it there: what is typed is indented and closed by the editor. */
export async function write(page: Page, text: string): Promise<void> {
  const editor = page.getByRole("textbox", { name: "Source" });
  await editor.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/** Pastes a program in the place of the reader's last one. */
export async function pasteOwn(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Paste your own" }).click();
  await expect(page.getByRole("textbox", { name: "Source" })).toBeFocused();
  await page.keyboard.insertText(text);
}

export const stopButton = (page: Page): Locator =>
  page.getByRole("button", { name: "Stop", exact: true });

export const status = (page: Page): Locator => page.locator("p[role=status]");

export const numbers = (page: Page): Locator => page.getByRole("table", { name: /^The numbers/ });

export const comparison = (page: Page): Locator => page.getByRole("table", { name: /and here/ });

export const banner = (page: Page): Locator => page.getByRole("region", { name: "Opened report" });

export const said = (page: Page): Locator => page.locator(".said");

export const chart = (page: Page): Locator => page.getByRole("img", { name: /speedups;/ });

/** Bars with a number. */
export const bars = (page: Page): Locator => chart(page).locator("rect.chart-bar");

/** Runs what is chosen, to its end. */
export async function run(page: Page): Promise<void> {
  await runButton(page).click();
  await numbers(page).waitFor({ timeout: 40_000 });
}
