import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Engine } from "../engine";
import { device, list } from "./format";

/** What the numbers were measured on, and what this device does not offer. */
export function deviceView(engine: Engine): TemplateResult {
  return html`
    <section class="device" aria-label="This device">
      <p><strong>This device:</strong> ${device(engine.environment)}</p>
      ${limits(engine)}
    </section>
  `;
}

function limits(engine: Engine): TemplateResult | typeof nothing {
  const { isolated } = engine.environment;
  const models = engine.models().filter(({ id }) => id !== "subinterpreters");
  const titles = (available: boolean): string =>
    list(models.flatMap((model) => (model.available === available ? [model.title] : [])));
  if (engine.fallback !== null) {
    return html`<p class="notice">
      The build with threads did not start (${engine.fallback}). ${titles(true)} can run;
      ${titles(false)} cannot.
    </p>`;
  }
  if (isolated) return nothing;
  return html`<p class="notice">
    This page is not cross-origin isolated, so the browser does not let its workers share memory.
    ${titles(true)} can run; ${titles(false)} cannot, because they are threads that share one heap.
    The site that serves the page can change that by the headers it sends.
  </p>`;
}
