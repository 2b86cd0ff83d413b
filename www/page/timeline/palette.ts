import type { Painted } from "./drawing";
import type { Palette } from "./looks";

const MODELS: readonly Painted[] = [
  "sequential",
  "gil",
  "gil-before-3.2",
  "free-threaded",
  "process",
  "subinterpreters",
];

/** The colours and the type that the style sheets give at this element. */
export function paletteAt(element: Element): Palette {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const colours = Object.fromEntries(
    MODELS.map((model) => [model, value(`--model-${model.replace("-3.2", "")}`)]),
  ) as Record<Painted, string>;
  return {
    paper: value("--paper"),
    ink: value("--ink"),
    soft: value("--soft"),
    rule: value("--rule"),
    edge: value("--edge"),
    models: colours,
    font: value("--sans"),
  };
}

/** Those of a light page, which saved pictures have. */
export function lightPalette(): Palette {
  const probe = document.createElement("div");
  probe.className = "light offstage";
  document.body.append(probe);
  try {
    return paletteAt(probe);
  } finally {
    probe.remove();
  }
}
