import { nothing, type TemplateResult } from "lit/html.js";

/** A template as the text that a browser would parse, for tests and their snapshots. */
export function textOf(value: unknown): string {
  if (value === nothing || value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join("");
  if (isTemplate(value)) {
    const { strings, values } = value;
    const text = strings.reduce((before, part, index) => {
      const hole = textOf(values[index - 1]);
      return `${before}${before.endsWith("=") ? `"${hole}"` : hole}${part}`;
    });
    return text.replaceAll(/\s*\n\s*/g, "\n");
  }
  return typeof value === "string" || typeof value === "number" ? escaped(String(value)) : "";
}

function isTemplate(value: unknown): value is TemplateResult {
  return typeof value === "object" && value !== null && "_$litType$" in value;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
