import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("theme.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media screen");

const MODELS = ["sequential", "gil", "free-threaded", "process", "subinterpreters", "gil-before"];

test.each([
  ["light", light],
  ["dark", dark],
])("texts are readable and charts can be seen in %s colours", (_, colours) => {
  for (const ground of ["paper", "raised"]) {
    for (const text of ["ink", "soft", "alert", "notice"]) {
      expect(contrast(colours, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const graphic of [...MODELS.map((model) => `model-${model}`), "edge"]) {
      expect(contrast(colours, graphic, ground), `${graphic} on ${ground}`).toBeGreaterThanOrEqual(
        3,
      );
    }
  }
});

test.each([
  ["light", light],
  ["dark", dark],
])("code is readable in %s colours, also in the line of the cursor", (_, colours) => {
  for (const ground of ["raised", "code-line"]) {
    for (const text of ["ink", "soft", "code-keyword", "code-string", "code-number", "code-name"]) {
      expect(contrast(colours, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

/** As WCAG defines it. */
function contrast(colours: string, one: string, other: string): number {
  const [brighter = 0, darker = 0] = [luminance(colours, one), luminance(colours, other)].toSorted(
    (a, b) => b - a,
  );
  return (brighter + 0.05) / (darker + 0.05);
}

function luminance(colours: string, name: string): number {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(colours)?.[1];
  if (hex === undefined) throw new Error(`no colour ${name}`);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
