// How long a reader waits who only presses Run: for the first bar, and for the end.
const FIRST_BAR_S = 2;
const ALL_S = 15;

/**
 * @param {import("./browser.mjs").Browser} browser
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchDefaultRun(browser) {
  const { firstBarMs, allMs } = await browser.engine.evaluate(async (engine) => {
    const start = performance.now();
    let first = Number.NaN;
    await engine.run(
      { program: "countdown", size: "auto" },
      {
        onProgress: ({ speedup }) => {
          if (Number.isNaN(first) && speedup !== null) first = performance.now() - start;
        },
      },
    );
    return { firstBarMs: first, allMs: performance.now() - start };
  });
  return [
    row("until the first bar", firstBarMs / 1000, FIRST_BAR_S),
    row("until the report", allMs / 1000, ALL_S),
  ];
}

/** @param {string} until @param {number} seconds @param {number} most */
function row(until, seconds, most) {
  return {
    what: `The default experiment, 4 models with 1 and all workers: ${until}`,
    measured: `${seconds.toFixed(1)} s`,
    range: "",
    bound: `≤ ${most} s`,
    met: seconds <= most,
  };
}
