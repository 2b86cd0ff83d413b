import { html, type TemplateResult } from "lit/html.js";
import type { Environment } from "../../generated/types";
import { copyField } from "../travel/copy-field";

/** A fault of the playground: nothing that its reader could mend, but could tell of. */
export function faultView(fault: string, environment: Environment | null): TemplateResult {
  return html`
    <p>It can be used on. A bug report helps to mend it, with the program, the settings and this line:</p>
    ${copyField("Bug report", faultLine(fault, environment))}
  `;
}

/** What broke where, and in which engine and browser. */
export function faultLine(fault: string, environment: Environment | null): string {
  const engine =
    environment === null
      ? "GIL playground"
      : `GIL playground ${environment.version}, ${environment.build} build`;
  const browser = environment?.userAgent || navigator.userAgent;
  return `${engine}: ${fault.replaceAll(/\s+/g, " ")} (${browser})`;
}
