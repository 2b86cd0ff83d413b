/** Hostile attributes and links, through the element and a frame, with the real engine. */
import type { Report } from "../../www/generated/types";
import { deflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { seeded } from "../../www/page/testing/random";
import {
  article,
  expect,
  FOUND,
  frameOf,
  frameTag,
  runIn,
  scriptOf,
  SMALL,
  SMALL_LINK,
  statusIn,
  test,
} from "./hosts";

/** How many of each, from a seed: the same in every run. */
const ROUNDS = 30;

const MARKUP = '"><img id=injected src=x onerror=hacked=1><script id=injected>hacked=1</script>';
/** Nothing that deflates to less than a link may hold. */
const NOISE = Array.from({ length: 40_000 }, (_, index) => (index * index * 7919).toString(36)).join(" ");

/** Each is refused, whatever stands beside it. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  program: ["no-such", "__proto__", MARKUP, "x".repeat(2_000_000)],
  "args-n": ["-5", "<b>", "[1]", "null", MARKUP],
  args: ["{n: 5", "[[[[", "null", MARKUP],
  models: ["gil fibers", "__proto__", MARKUP],
  workers: ["10000", "-1", "two", "99999999999", MARKUP],
  samples: ["many", "-3", "1e9"],
  warmups: ["-1", "1e9"],
  size: ["huge", MARKUP],
  work: ["steal", MARKUP],
  "switch-interval": ["-5", "soon"],
};
const SOURCES = [
  "def task(:",
  "def task(worker, workers):\n    return <b>\n",
  "(".repeat(5000),
  MARKUP,
  "\u0001",
  `x = "${NOISE}"`,
];
const PACKED = SOURCES.slice(0, -1).map((source) => deflateRawSync(source).toString("base64url"));
const HASHES = [
  "v=99&program=fib",
  "program=fib",
  "v=1&source=S0lNUyhJLM7WKM8vyk4t0lGA0",
  "v=1&report=S0lNUyhJLM7WKM8vyk4t0lGA0",
  `v=1&report=${"A".repeat(1_500_000)}`,
  `v=1${"&args.x=1".repeat(3000)}`,
  `v=1&source=${MARKUP}`,
  `v=1&program=${MARKUP}`,
  `v=1&${encodeURIComponent(MARKUP)}=1`,
  "v=1&workers=10000",
  "v=1&args.n=-5&program=countdown",
  ...PACKED.map((packed) => `v=1&source=${packed}`),
];

/** Between two hostile ones, so that each message is a new one. */
const NEUTRAL = "#v=1&workers=1&samples=1";

/** Nothing happened but a message: no markup, no script, no navigation, no change around. */
async function watch(page: Page): Promise<() => Promise<void>> {
  const asked: string[] = [];
  page.on("dialog", (dialog) => asked.push(dialog.message()));
  page.on("popup", (popup) => asked.push(popup.url()));
  const around = (): Promise<unknown> =>
    page.evaluate(() => {
      const { length } = history;
      const outside = document.body.cloneNode(true) as HTMLElement;
      for (const it of outside.querySelectorAll("gil-playground, iframe")) it.remove();
      return { html: outside.innerHTML, length, href: location.href, frames: frames.length };
    });
  const before = await around();
  return async () => {
    expect(await around()).toEqual(before);
    expect(asked).toEqual([]);
    for (const frame of page.frames()) {
      const injected = await frame.evaluate(
        () => document.querySelectorAll("#injected, img").length + Number("hacked" in globalThis),
      );
      expect(injected).toBe(0);
    }
    expect(new URL(page.frames()[1]?.url() ?? "").pathname).toBe("/embed.html");
  };
}

test("hostile attributes give a message in the frame, and nothing else", async ({
  page,
  open,
  sites,
}) => {
  test.setTimeout(180_000);
  await open(article(`<gil-playground ${SMALL}></gil-playground>`, scriptOf(sites.isolated)));
  await expect(runIn(frameOf(page))).toBeEnabled();
  const isUnharmed = await watch(page);
  const random = seeded(11);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  for (let round = 0; round < ROUNDS; round++) {
    const isSource = random() < 0.25;
    const name = pick(Object.keys(ATTRIBUTES));
    const attributes = isSource ? {} : { [name]: pick(ATTRIBUTES[name] ?? []) };
    const source = isSource ? pick(SOURCES) : "";
    const beside = { class: MARKUP, "args-text": random() < 0.3 ? MARKUP : null };
    const refused = await page.evaluate(
      ([wanted, program]) => {
        const it = document.querySelector("gil-playground");
        if (it === null) return null;
        for (const attribute of it.getAttributeNames()) it.removeAttribute(attribute);
        for (const [key, value] of Object.entries(wanted)) {
          if (value !== null) it.setAttribute(key, value);
        }
        const code = document.createElement("pre");
        code.textContent = program;
        it.replaceChildren(...(program === "" ? [] : [code]));
        return it.run().then(
          () => null,
          ({ kind, message }) => ({ kind, message }),
        );
      },
      [{ ...beside, ...attributes }, source] as const,
    );
    const what = JSON.stringify({ attributes, source }).slice(0, 200);
    expect(refused, what).toMatchObject({ kind: "link", message: expect.stringMatching(/.{20}/) });
    await expect(frameOf(page).getByRole("alert"), what).toContainText(/.{20}/);
    await expect(runIn(frameOf(page)), what).toBeEnabled();
    await isUnharmed();
  }
  const report = await page.evaluate(async () => {
    const it = document.querySelector("gil-playground");
    if (it === null) return null;
    for (const name of it.getAttributeNames()) it.removeAttribute(name);
    it.replaceChildren();
    const good = { program: "fib", "args-n": "22", samples: "1", workers: "1" };
    for (const [name, value] of Object.entries(good)) it.setAttribute(name, value);
    return ((await it.run()) as Report).plan.program;
  });
  expect(report).toBe("fib");
});

test("hostile links give a message in the frame, and nothing else", async ({ page, open, sites }) => {
  test.setTimeout(180_000);
  await open(article(frameTag(sites.isolated)));
  await expect(runIn(frameOf(page))).toBeEnabled();
  const isUnharmed = await watch(page);
  for (const hash of HASHES) {
    for (const each of [NEUTRAL, `#${hash}`]) {
      await follow(page, `${sites.isolated}embed.html${each}`);
      const alerts = frameOf(page).getByRole("alert");
      if (each === NEUTRAL) await expect(alerts).toHaveCount(0);
    }
    const alert = frameOf(page).getByRole("alert");
    // What only the engine can find is told of when it runs.
    const isForEngine =
      /workers=10000|args.n=-5/.test(hash) || PACKED.some((it) => hash.endsWith(it));
    if (isForEngine) {
      await expect.poll(() => page.frames()[1]?.url()).not.toContain(NEUTRAL);
      await runIn(frameOf(page)).click();
    }
    await expect(alert, hash.slice(0, 100)).toContainText(/.{20}/);
    await expect(runIn(frameOf(page))).toBeEnabled();
    await isUnharmed();
  }
  await follow(page, `${sites.isolated}embed.html${SMALL_LINK}`);
  await expect(frameOf(page).getByRole("alert")).toHaveCount(0);
  await runIn(frameOf(page)).click();
  await expect(statusIn(frameOf(page))).toHaveText(FOUND);
});

/** As a page around a frame has it show another link. */
function follow(page: Page, url: string): Promise<void> {
  return page
    .locator("iframe")
    .evaluate((it, to) => (it as HTMLIFrameElement).contentWindow?.location.replace(to), url);
}
