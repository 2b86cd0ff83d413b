import { html, nothing, type TemplateResult } from "lit/html.js";
import { device } from "./format";
import type { Engine } from "../engine";

/** What the numbers were measured on, and what this device does not offer. */
export function deviceView(engine: Engine, isScript: boolean, isOfOther: boolean): TemplateResult {
  return html`
    <section class="device" aria-label="This device">
      <p><strong>${isOfOther ? "Your device, not that of these results:" : "This device:"}</strong> ${device(engine.environment)}</p>
      ${limits(engine, isScript)}
    </section>
  `;
}

function limits(engine: Engine, isScript: boolean): TemplateResult | typeof nothing {
  const { isolated, build } = engine.environment;
  if (build !== "single") return nothing;
  const why =
    engine.fallback === null
      ? isSecureContext
        ? "This page is not cross-origin isolated, so the browser does not let its workers share memory."
        : "This page came over plain HTTP, where browsers share no memory among workers: over HTTPS they do."
      : `The build with threads did not start (${engine.fallback}).`;
  const effect = isScript
    ? "So scripts run here with the GIL only."
    : "So threads with a GIL take turns on one worker here, and free-threaded threads do not run.";
  return html`<p class="notice">
    ${why} ${effect}
    ${isolated || !isSecureContext ? nothing : "The site that serves the page can change that by the headers it sends."}
  </p>`;
}
