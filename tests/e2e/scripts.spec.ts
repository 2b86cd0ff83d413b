/** Scripts on the page: programs as articles print them, which start their own threads. */
import { chooseProgram, pasteOwn, runButton, status, stopButton, write } from "./controls";
import { violations } from "./quality";
import { BANK, facts, runScript, timeline, under } from "./script-page";
import { expect, test } from "./test";

const BAKERY = `import threading
import time

def count(n):
    while n > 0:
        n -= 1

def task(name):
    count(600_000)
    print(name, "is done")

start = time.perf_counter()
bakers = [threading.Thread(target=task, args=(f"baker {n}",)) for n in range(2)]
for baker in bakers:
    baker.start()
for baker in bakers:
    baker.join()
print(f"took {time.perf_counter() - start:.3f} s")
`;

const RACE = `import sys
import threading

total = 0

def add():
    global total
    for _ in range(200_000):
        total += 1

threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("updates:", total > 0)
print("with a GIL:", sys._is_gil_enabled())
`;

const DEADLOCK = `import threading

left, right = threading.Lock(), threading.Lock()
both = threading.Barrier(2)

def eat(first, second):
    with first:
        both.wait()
        with second:
            print("eaten")

one = threading.Thread(target=eat, args=(left, right), name="Plato")
two = threading.Thread(target=eat, args=(right, left), name="Kant")
one.start()
two.start()
one.join()
`;

const ENDLESS = `import sys
import time
print("begun", flush=True)
print("to whom it may concern", file=sys.stderr)
while True:
    time.sleep(0.01)
`;

test("a pasted script runs with and without the GIL, and both are compared", async ({
  page,
  sites,
}) => {
  await page.goto(sites.isolated);
  await runScript(page, BAKERY);
  await expect(status(page)).toContainText(/^Without the GIL it .*3 runs each/);
  for (const runtime of ["With", "Without"] as const) {
    await expect(under(page, runtime)).toContainText("baker 0 is done");
    await expect(under(page, runtime)).toContainText(/took \d\.\d{3} s/);
    await expect(under(page, runtime)).toContainText("3 threads");
  }
  await expect(under(page, "With")).toContainText(/the lock changed hands/);
  await expect(page.locator(".time-bar")).toHaveCount(2);
  await expect(page.locator(".times")).toContainText(/With the GIL.*to .*, 3 runs.*Without the GIL.*×/s);
  await expect(page.locator("mark")).toHaveCount(0);
  // What is for programs that are measured is not there.
  for (const name of ["Workers", "Models", "Work"]) {
    await expect(page.getByRole("group", { name, exact: true })).toHaveCount(0);
  }
  await expect(page.getByRole("slider", { name: "Switch interval" })).toBeVisible();
  await chooseProgram(page, "Countdown");
  await expect(page.getByRole("group", { name: "Models" })).toBeVisible();
  await expect(facts(page)).toHaveCount(0);
});

test("why each took its time is told, and the timeline says who waited where", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await runScript(page, BANK);
  await expect(status(page)).toContainText("all were asleep, where no GIL is held: so they do not differ");
  const figure = timeline(page);
  await expect(figure.getByRole("img", { name: /^Timeline of 3 threads/ })).toBeVisible();
  // The second teller waits while the first one sleeps in the vault.
  await figure.locator(".timeline-stage").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  const box = await figure.locator("canvas").boundingBox();
  const { width = 0 } = box ?? {};
  await figure.locator(".timeline-stage").hover({ position: { x: width * 0.3, y: 92 } });
  const reading = figure.locator(".timeline-reading");
  await expect(reading).toContainText(
    /With the GIL: teller 1 waits for a lock that teller 0 held at line 7 in deposit, \d+/,
  );
  await expect(reading).toContainText(/Without the GIL: teller 1 waits for a lock/);
  await reading.getByRole("button", { name: "Show line 7" }).first().click();
  await expect(page.locator(".cm-activeLine")).toHaveText("    with vault:");
  await figure.getByText("Table", { exact: true }).click();
  await expect(figure.getByRole("row", { name: /With the GIL, teller 0/ })).toBeVisible();
});

test("a timeline of a hundred threads draws those that did most", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await runScript(page, RACE.replace("range(4)", "range(100)").replace("200_000", "2_000"));
  await expect(timeline(page).getByRole("img", { name: /^Timeline of 20 threads/ })).toBeVisible();
  await expect(under(page, "With")).toContainText("101 threads");
});

test("lines that differ are marked, and make the times doubtful", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await runScript(page, RACE);
  await expect(page.locator("mark")).toHaveCount(2);
  await expect(under(page, "With").locator("mark")).toHaveText("with a GIL: True\n");
  await expect(status(page)).toContainText("What they printed differs");
  await expect(page.getByText("Marked lines")).toBeVisible();
});

test("a script is in the address, and a link to it is complete", async ({ page, sites, context }) => {
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await pasteOwn(page, RACE);
  await expect(page.locator(".source-found")).toHaveText("No errors found.");
  await expect(page).toHaveURL(/#v=1&source=/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(runButton(other)).toBeEnabled();
  await expect(other.getByRole("alert")).toHaveCount(0);
  await runButton(other).click();
  await expect(facts(other)).toHaveCount(2, { timeout: 30_000 });
});

test("an exception is told with its line, where the editor marks it", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await runScript(page, "def f(n):\n    return 1 // n\n\nprint('before')\nf(0)\n");
  await expect(status(page)).toContainText("Both times it ended with an exception.");
  const alert = under(page, "With").getByRole("alert");
  await expect(alert).toContainText("It ended with an exception. It was at line 2 of f, in MainThread.");
  await expect(under(page, "With").locator(".stderr").last()).toHaveText(/ZeroDivisionError/);
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(1);
  await expect(page.locator(".source-found")).toHaveText("No errors found before it ran.");
  await alert.getByRole("button", { name: "line 2" }).click();
  await expect(page.getByRole("textbox", { name: "Source" })).toBeFocused();
  await expect(page.locator(".cm-activeLine")).toHaveText("    return 1 // n");
  await write(page, "raise SystemExit(7)\n");
  await expect(page.getByText("before the program was changed")).toBeVisible();
  await runButton(page).click();
  await expect(under(page, "Without")).toContainText("It ended with exit status 7.");
  await expect(page.locator(".cm-lint-marker-error")).toHaveCount(0);
});

test("a deadlock is told with who waits where", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await runScript(page, DEADLOCK);
  await expect(status(page)).toContainText("Both times it came to a deadlock.");
  const alert = under(page, "Without").getByRole("alert");
  await expect(alert).toContainText("MainThread waits at line 16");
  await expect(alert).toContainText("Plato waits at line 9 of eat");
  await expect(alert).toContainText("Kant waits at line 9 of eat");
});

test("output is there while it runs, and Stop keeps it", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await pasteOwn(page, ENDLESS);
  await runButton(page).click();
  await expect(under(page, "With")).toContainText("begun");
  await expect(under(page, "With").locator(".stderr")).toHaveText("to whom it may concern");
  await expect(status(page)).toHaveText("Running with the GIL.");
  await stopButton(page).click();
  await expect(status(page)).toHaveText("Stopped.");
  await expect(under(page, "With")).toContainText("Stopped. It had printed:");
  await expect(under(page, "With")).toContainText("begun");
  await runButton(page).click();
  await expect(status(page)).toHaveText("Running with the GIL.");
  await stopButton(page).click();
  await expect(runButton(page)).toBeEnabled();
});

test.describe("where service workers are refused", () => {
  test.use({ serviceWorkers: "block" });

  test("without shared memory a script runs with the GIL, and why not without is told", async ({
    page,
    sites,
  }) => {
    await page.goto(sites.plain);
    await runScript(page, RACE, 1);
    await expect(status(page)).toContainText(/^With the GIL it took/);
    await expect(under(page, "With")).toContainText("with a GIL: True");
    await expect(under(page, "Without")).toContainText("memory that they share");
    await expect(page.getByText("So scripts run here with the GIL only.")).toBeVisible();
    await runScript(page, "import sys\nprint('x', file=sys.stderr)\n[].pop()\n", 1);
    await expect(under(page, "With").getByRole("alert")).toContainText("line 3");
    await pasteOwn(page, ENDLESS);
    await runButton(page).click();
    await expect(under(page, "With")).toContainText("begun");
    await stopButton(page).click();
    await expect(status(page)).toHaveText("Stopped.");
  });
});

test("a program is a script until it has a task for workers", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await pasteOwn(page, "def task(name, delay):\n    pass\n");
  await expect(page.getByRole("group", { name: "Models" })).toHaveCount(0);
  await write(page, "def task(worker, workers, eggs=3):\n    pass\n");
  await expect(page.getByRole("group", { name: "Models" })).toBeVisible();
  await expect(page.getByLabel("Eggs")).toBeVisible();
});

for (const [width, colorScheme] of [
  [1280, "light"],
  [360, "light"],
  [360, "dark"],
] as const) {
  test(`axe finds nothing, and nothing is too wide: ${width} pixels, ${colorScheme}`, async ({
    page,
    sites,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(sites.isolated);
    await runScript(page, `${RACE}print("-" * 300)\nprint("x", file=sys.stderr)\n[].pop()\n`);
    expect(await violations(page)).toEqual([]);
    const { scroll, room } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(room);
  });
}
