/** A script in a frame; loaded once there is one. */
import { html, nothing, type TemplateResult } from "lit/html.js";
import "../page/styles/programs.css";
import "../page/styles/script.css";
import "../page/styles/timeline.css";
import type { Page } from "../page/page";
import { scriptParts } from "../page/script/section";
import "../page/source/source-box";
import type { Variant } from "./options";

/** The code, and what happened when it ran; as a timeline first of all, if that is wanted. */
export function scriptView(page: Page, variant: Variant, isSourceHidden: boolean): TemplateResult {
  const text = page.settings?.program.source ?? "";
  const { problems, warnings } = page.writing;
  const source = isSourceHidden
    ? nothing
    : html`<gil-source read-only .text=${text} .line=${page.lessons.line} .problems=${problems} .warnings=${warnings}></gil-source>`;
  const { frozen, bars, outputs, timeline } = scriptParts(page);
  switch (variant) {
    case "compact":
      return html`${source} ${frozen} ${bars} ${outputs}`;
    case "timeline":
      return html`${timeline} ${source} ${frozen} ${bars} ${outputs}`;
    case "full":
      return html`${source} ${frozen} ${bars} ${outputs} ${timeline}`;
  }
}
