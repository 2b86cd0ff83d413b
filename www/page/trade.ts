import { html, nothing, type TemplateResult } from "lit/html.js";
import { aboutSweep } from "./about";
import { sweepFigure } from "./charts/sweep";
import type { Page } from "./page";
import { failureView } from "./result/failure";
import type { Sweeping } from "./state";

/** What the switch interval costs and buys, measured on demand. */
export function tradeSection(page: Page): TemplateResult {
  const { state: sweeping } = page.trade;
  return html`
    <section class="trade" aria-labelledby="trade">
      <h2 id="trade">The switch interval</h2>
      <p>
        A thread that wants the GIL waits this long before it asks for it: 5 ms in CPython. Short
        intervals make threads change places often, which costs time. Long ones let a thread that
        only answers requests wait behind one that computes.
      </p>
      ${sweeping.is === "failed" ? failureView(sweeping.error, page.engine?.environment ?? null) : nothing}
      <div class="actions">${button(page)} ${progressOf(sweeping)}</div>
      ${drawn(page)}
    </section>
  `;
}

function button(page: Page): TemplateResult {
  const { busy, engine, trade, stop } = page;
  const { state: sweeping } = trade;
  if (sweeping.is === "running") {
    return html`<button type="button" @click=${stop}>Stop measuring</button>`;
  }
  if (engine?.environment.build !== "threads") {
    return html`<button type="button" disabled>Measure the trade</button>
      <small>It needs threads, which this page cannot have here.</small>`;
  }
  return html`<button type="button" ?disabled=${busy} @click=${trade.measure}>
    ${sweeping.is === "done" ? "Measure the trade again" : "Measure the trade"}
  </button>`;
}

function progressOf(sweeping: Sweeping): TemplateResult | typeof nothing {
  if (sweeping.is !== "running") return nothing;
  const { done, total } = sweeping.progress ?? { done: 0, total: 1 };
  return html`<progress aria-label="Runs of the sweep done" max=${total} .value=${done}></progress>`;
}

function drawn({ trade, engine }: Page): TemplateResult | typeof nothing {
  const { state: sweeping } = trade;
  if (engine === null) return nothing;
  if (sweeping.is === "done") {
    const { sweep } = sweeping;
    return roomy(sweepFigure(sweep, aboutSweep(sweep, sweep.environment)));
  }
  if (sweeping.is !== "running") return nothing;
  const points = sweeping.progress?.points ?? [];
  return roomy(sweepFigure({ points }, aboutSweep(null, engine.environment)));
}

/** The figure with room for the sentence that comes at its end. */
function roomy(figure: TemplateResult): TemplateResult {
  return html`<div class="trade-figure">${figure}</div>`;
}
