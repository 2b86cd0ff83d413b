import type { Box, Drawing, Drawn, Line, Mark, Painted, Text } from "./drawing";
import { isBehind, layersOf, type Layer } from "./layers";
import { colourOf, LINES, lookOf, TEXTS, veil, type Palette, type Tile } from "./looks";

/** The same drawing as an `<svg>` that needs nothing around it. */
export function svgOf(drawing: Drawing, palette: Palette): string {
  const { width, height, runs, lines, marks, texts } = drawing;
  const layers = layersOf(drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs>${patterns(layers, palette)}</defs>`,
    ...lines.filter(isBehind).map((line) => lineText(line, palette)),
    ...layers.map((layer) => layerText(layer, palette)),
    ...runs.map((run) => `<rect ${place(run)} fill="url(#veil)"/>`),
    ...lines.filter((line) => !isBehind(line)).map((line) => lineText(line, palette)),
    ...marks.map((mark) => markText(mark, palette)),
    // Lines run behind the texts without crossing them out.
    `<g stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    ...texts.map((text) => textText(text, palette)),
    "</g>",
    "</svg>",
  ].join("\n");
}

function layerText({ state, model, boxes }: Layer, palette: Palette): string {
  const rects = boxes.map((box) => `<rect ${place(box)}/>`).join("");
  return `<g fill="${fillOf(state, model, palette)}">${rects}</g>`;
}

function fillOf(state: Drawn, model: Painted, palette: Palette): string {
  const { fill } = lookOf(state);
  return typeof fill === "string" ? colourOf(fill, model, palette) : `url(#${state}-${model})`;
}

/** One for each state and model that needs it. */
function patterns(layers: readonly Layer[], palette: Palette): string {
  const needed = layers.flatMap(({ state, model }) => {
    const { fill } = lookOf(state);
    return typeof fill === "string" ? [] : [patternText(`${state}-${model}`, fill, model, palette)];
  });
  return [patternText("veil", veil, "gil", palette), ...needed].join("");
}

function patternText(id: string, tile: Tile, model: Painted, palette: Palette): string {
  const { size, stroke, strokeWidth, tint, strokes } = tile;
  const colour = colourOf(stroke, model, palette);
  const path = strokes.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join("");
  return (
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">` +
    `<rect width="${size}" height="${size}" fill="${colour}" fill-opacity="${tint}"/>` +
    `<path d="${path}" stroke="${colour}" stroke-width="${strokeWidth}"/></pattern>`
  );
}

function lineText({ kind, x1, y1, x2, y2 }: Line, palette: Palette): string {
  const { colour, width, opacity } = LINES[kind];
  return (
    `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" ` +
    `stroke="${palette[colour]}" stroke-width="${width}" stroke-opacity="${opacity}"/>`
  );
}

function markText({ x, y, isHollow }: Mark, { paper, ink }: Palette): string {
  const fill = isHollow ? paper : ink;
  return `<circle cx="${short(x)}" cy="${short(y)}" r="3.5" fill="${fill}" stroke="${ink}" stroke-width="1.5"/>`;
}

function textText({ kind, x, y, anchor, text }: Text, palette: Palette): string {
  const { colour, font } = TEXTS[kind];
  const [size, weight] = font.split(" ").toReversed();
  const bold = weight === undefined ? "" : ` font-weight="${weight}"`;
  return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" font-size="${size}"${bold} fill="${palette[colour]}">${escaped(text)}</text>`;
}

function place({ x, y, width, height }: Box): string {
  return `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
}

function short(length: number): string {
  return String(Math.round(length * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
