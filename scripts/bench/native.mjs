// What two cores of this machine can give at best: a counting loop that V8 compiles to native code,
// in two workers that share nothing.

const COUNT = 200_000_000;

const SCRIPT = `
  const count = (n) => { while (n > 0) n -= 1; return n; };
  addEventListener("message", ({ data }) => postMessage(count(data)));
`;

/** @param {import("@playwright/test").Page} page */
export async function openNative(page) {
  const workers = await page.evaluateHandle((script) => {
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const all = [new Worker(address), new Worker(address)];
    /** @param {number[]} counts one for each worker */
    return async (counts) => {
      const start = performance.now();
      await Promise.all(
        counts.map((count, index) => {
          const worker = all[index];
          return new Promise((resolve) => {
            worker?.addEventListener("message", resolve, { once: true });
            worker?.postMessage(count);
          });
        }),
      );
      return performance.now() - start;
    };
  }, SCRIPT);
  /** @param {number[]} counts */
  const time = (...counts) => workers.evaluate((run, wanted) => run(wanted), counts);
  await time(COUNT, COUNT);
  return {
    /** The whole work by one worker, then half of it by each of two; in milliseconds. */
    async sample() {
      return { one: await time(2 * COUNT), two: await time(COUNT, COUNT) };
    },
  };
}
