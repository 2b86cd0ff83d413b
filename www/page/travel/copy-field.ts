import { html, type TemplateResult } from "lit/html.js";
import { copy } from "./clipboard";

/** A text to copy, and a button that does it where the browser lets it. */
export function copyField(name: string, text: string): TemplateResult {
  const take = async (event: Event): Promise<void> => {
    const around = (event.currentTarget as HTMLElement).closest(".copy-field");
    const said = around?.querySelector("output");
    const isCopied = await copy(Promise.resolve(text));
    if (!isCopied) around?.querySelector("textarea")?.select();
    if (said) said.value = isCopied ? "Copied." : "The browser did not let it be copied.";
  };
  return html`<div class="copy-field">
    <textarea readonly rows="4" aria-label=${`${name}, to copy`} .value=${text}></textarea>
    <div class="actions">
      <button type="button" aria-label=${`Copy: ${name}`} @click=${take}>Copy</button>
      <output></output>
    </div>
  </div>`;
}
