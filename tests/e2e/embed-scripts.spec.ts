/** Scripts in pages of other people. */
import { article, expect, frameOf, runIn, scriptOf, statusIn, test } from "./hosts";

const SCRIPT = `import threading

def work(n):
    while n > 0:
        n -= 1

threads = [threading.Thread(target=work, args=(300_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counted")
`;

const element = (attributes: string): string =>
  `<gil-playground ${attributes}><pre><code>${SCRIPT}</code></pre><p>Instead.</p></gil-playground>`;

test("a script in the element runs as it stands, and tells its page", async ({ page, open, sites }) => {
  await open(article(element('heading="Two counters" samples="1"'), scriptOf(sites.isolated)));
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { name: "Two counters" })).toBeVisible();
  await expect(frame.getByText("def work(n):")).toBeVisible();
  const report = page.evaluate(async () => {
    const found = await document.querySelector("gil-playground")?.run();
    return found?.results.length;
  });
  expect(await report).toBe(2);
  await expect(statusIn(frame)).toContainText(/^Without the GIL it/);
  await expect(frame.locator(".time-bar")).toHaveCount(2);
  await expect(frame.locator(".printed", { hasText: "counted" })).toHaveCount(2);
  await expect(frame.getByRole("img", { name: /^Timeline of 3 threads/ })).toBeVisible();
});

test("compact, it is less than 520 pixels high", async ({ page, open, sites }) => {
  await open(article(element('variant="compact" samples="1" style="display: block; min-height: 20rem"'), scriptOf(sites.isolated)));
  const frame = frameOf(page);
  await runIn(frame).click();
  await expect(frame.locator(".time-bar")).toHaveCount(2);
  await expect(frame.locator(".printed", { hasText: "counted" })).toHaveCount(2);
  await expect(frame.locator("canvas")).toHaveCount(0);
  const height = (): Promise<number> =>
    page.locator("gil-playground").evaluate((it) => it.getBoundingClientRect().height);
  await expect.poll(height).toBeLessThan(520);
});

test("only the Pythons that are asked for run it", async ({ page, open, sites }) => {
  await open(article(element('runtimes="gil" samples="1" variant="timeline"'), scriptOf(sites.isolated)));
  const frame = frameOf(page);
  await runIn(frame).click();
  await expect(frame.locator(".time-bar")).toHaveCount(1);
  await expect(frame.getByRole("region", { name: "Without the GIL" })).toHaveCount(0);
});

test("its author's results are there without a run, and stay beside the reader's", async ({
  page,
  open,
  sites,
  context,
}) => {
  await page.goto(`${sites.isolated}#v=1&samples=1`);
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  await page.getByRole("button", { name: "Paste your own" }).click();
  await page.keyboard.insertText(SCRIPT);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.locator(".facts")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
  await page.getByRole("button", { name: "Embed…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Show my results at once").check();
  await dialog.getByLabel("What is shown").selectOption("compact");
  const snippet = await dialog.getByRole("textbox", { name: "HTML element" }).inputValue();
  expect(snippet).toContain("<table><tr><th>With the GIL</th>");
  await context.clearCookies();
  await open(article(snippet.replace(/<script.*<\/script>/, ""), scriptOf(sites.isolated)));
  const frame = frameOf(page);
  await expect(frame.getByText(/^Measured elsewhere: /)).toBeVisible();
  await expect(frame.locator(".time-bar")).toHaveCount(2);
  await runIn(frame).click();
  await expect(frame.getByText(/^Measured here: /)).toBeVisible();
  await expect(frame.locator(".time-bar")).toHaveCount(4);
});

test("where no script runs, what stands in the element is seen", async ({ page, open }) => {
  await open(article(element(""), ""));
  await expect(page.getByText("def work(n):")).toBeVisible();
  await expect(page.getByText("Instead.")).toBeVisible();
});
