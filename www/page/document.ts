import { html, nothing, type TemplateResult } from "lit/html.js";

/** Those in docs/models. */
export type DocumentName = "sequential" | "gil" | "free-threaded" | "process" | "subinterpreters" | "asyncio" | "virtual-threads";

/** A link to the page that tells what something stands for. A frame is not left for it. */
export function documentLink(name: DocumentName, text: string, label?: string): TemplateResult {
  const isFrame = globalThis.self !== globalThis.top;
  return html`<a href="models/${name}.html" target=${isFrame ? "_blank" : nothing} aria-label=${label ?? nothing}>${text}</a>`;
}
