// The states of the page that there are pictures of, and how each is reached.

/** @typedef {import("@playwright/test").Page} Page */

/** How the page is looked at. */
export const LOOKS = /** @type {const} */ ({
  wide: { width: 1280, height: 900, colorScheme: "light" },
  dark: { width: 1280, height: 900, colorScheme: "dark" },
  phone: { width: 360, height: 740, colorScheme: "light" },
});

/**
 * @typedef {object} State
 * @property {string} hash what the page is opened with
 * @property {(keyof typeof LOOKS)[]} looks
 * @property {boolean} [isWhole] the whole page, and not only what is seen first
 * @property {(page: Page) => Promise<void>} reach
 */

const SCRIPT = `import threading
import time

vault = threading.Lock()


def count(n):
    while n > 0:
        n -= 1


def teller(number):
    count(10_000_000)
    with vault:
        time.sleep(0.01)
        print(f"teller {number} was at the vault")


start = time.perf_counter()
tellers = [threading.Thread(target=teller, args=(n,), name=f"teller {n}") for n in (1, 2, 3)]
for thread in tellers:
    thread.start()
for thread in tellers:
    thread.join()
print(f"{time.perf_counter() - start:.2f} s")
`;

const LONG = "while True:\n    pass\n";
const BROKEN = "import threading\n\n\ndef divide(n):\n    return 1 / n\n\n\ndivide(0)\n";
const QUICK = "#v=1&program=countdown&args.n=10000000&models=gil,free-threaded,process&workers=1,2&samples=3";

/** @type {Record<string, State>} */
export const STATES = {
  start: { hash: "", looks: ["wide", "dark", "phone"], reach: ready },
  script: {
    hash: "",
    looks: ["wide", "dark", "phone"],
    reach: async (page) => {
      await paste(page, SCRIPT);
      await run(page);
    },
  },
  timeline: {
    hash: "",
    looks: ["wide"],
    reach: async (page) => {
      await paste(page, SCRIPT);
      await run(page);
      await page.locator("figure", { hasText: "Timeline" }).first().scrollIntoViewIfNeeded();
    },
  },
  running: {
    hash: "",
    looks: ["wide"],
    reach: async (page) => {
      await paste(page, LONG);
      await runButton(page).click();
      await page.getByText("Running with the GIL").waitFor();
    },
  },
  error: {
    hash: "",
    looks: ["wide", "phone"],
    reach: async (page) => {
      await paste(page, BROKEN);
      await run(page);
    },
  },
  models: { hash: QUICK, looks: ["wide"], isWhole: true, reach: run },
  lesson: {
    hash: "#v=1&lesson=the-lock&step=1",
    looks: ["wide", "dark", "phone"],
    reach: async (page) => {
      await page.locator(".lesson").waitFor();
      await page.getByRole("radio", { name: "twice as long as one of them" }).check();
      await run(page);
    },
  },
  asyncio: {
    hash: "#v=1&lesson=tasks&step=1",
    looks: ["wide"],
    isWhole: true,
    reach: async (page) => {
      await page.locator(".lesson").waitFor();
      await run(page);
    },
  },
};

/** @param {Page} page */
function runButton(page) {
  return page.getByRole("button", { name: "Run", exact: true });
}

/** @param {Page} page */
async function ready(page) {
  await page.locator("button.run:enabled").waitFor();
}

/** @param {Page} page @param {string} text */
async function paste(page, text) {
  await ready(page);
  await page.getByRole("button", { name: "Paste your own" }).click();
  await page.getByRole("textbox", { name: "Source" }).press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/** Runs what is chosen to its end. @param {Page} page */
async function run(page) {
  await ready(page);
  await runButton(page).click();
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await page.locator("button.run:not(.stop):enabled").waitFor({ timeout: 120_000 });
  await page.evaluate(() => scrollTo(0, 0));
}
