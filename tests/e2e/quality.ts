/** What machines find wrong with a page. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds, in the page and its frames. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Sums up how far things move by themselves, as the platform scores it; also before, if buffered. */
export async function watchShifts(page: Page, buffered = false): Promise<() => Promise<number>> {
  const score = await page.evaluateHandle((fromTheStart) => {
    const total = { value: 0 };
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) total.value += entry.value;
      }
    });
    observer.observe({ type: "layout-shift", buffered: fromTheStart });
    return total;
  }, buffered);
  return () => score.evaluate(({ value }) => value);
}
