/** What a person finds of a script on the page, and scripts that the tests share. */
import type { Locator, Page } from "@playwright/test";
import { pasteOwn, runButton } from "./controls";
import { expect } from "./test";

export const BANK = `import threading
import time

vault = threading.Lock()

def deposit():
    with vault:
        time.sleep(0.15)

tellers = [threading.Thread(target=deposit, name=f"teller {n}") for n in range(2)]
for teller in tellers:
    teller.start()
for teller in tellers:
    teller.join()
`;

export const timeline = (page: Page): Locator =>
  page.locator("figure", { hasText: "Timeline: what each thread did" });

export const under = (page: Page, runtime: "With" | "Without"): Locator =>
  page.getByRole("region", { name: `${runtime} the GIL`, exact: true });

export const facts = (page: Page): Locator => page.locator(".facts");

export async function runScript(page: Page, source: string, runs = 2): Promise<void> {
  await expect(runButton(page)).toBeEnabled();
  await pasteOwn(page, source);
  await runButton(page).click();
  await expect(facts(page)).toHaveCount(runs, { timeout: 30_000 });
  await expect(runButton(page)).toBeEnabled();
}
