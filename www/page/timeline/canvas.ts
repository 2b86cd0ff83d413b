import type { Drawing, Drawn, Line, Mark, Painted, Text } from "./drawing";
import { isBehind, layersOf } from "./layers";
import { colourOf, LINES, lookOf, TEXTS, veil, type Palette, type Tile } from "./looks";

/** Paints drawings on a canvas, sharp on any screen. */
export type Painter = (drawing: Drawing) => void;

/** `sharpness` is how many pixels of the device one of the page's has. */
export function painter(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  palette: Palette,
  sharpness: number,
): Painter {
  const fills = new Map<string, string | CanvasPattern>();
  const fillOf = (state: Drawn, model: Painted): string | CanvasPattern => {
    const key = `${state} ${model}`;
    const { fill } = lookOf(state);
    const found =
      fills.get(key) ??
      (typeof fill === "string"
        ? colourOf(fill, model, palette)
        : patternOf(fill, model, context, palette, sharpness));
    fills.set(key, found);
    return found;
  };
  const veiled = patternOf(veil, "gil", context, palette, sharpness);

  return (drawing) => {
    resize(canvas, drawing, sharpness);
    context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    context.clearRect(0, 0, drawing.width, drawing.height);
    drawLines(context, drawing.lines.filter(isBehind), palette);
    for (const { state, model, boxes } of layersOf(drawing)) {
      context.fillStyle = fillOf(state, model);
      // One path of many boxes is painted in half the time of the boxes one by one.
      context.beginPath();
      for (const { x, y, width, height } of boxes) context.rect(x, y, width, height);
      context.fill();
    }
    context.fillStyle = veiled;
    for (const { x, y, width, height } of drawing.runs) context.fillRect(x, y, width, height);
    drawLines(
      context,
      drawing.lines.filter((line) => !isBehind(line)),
      palette,
    );
    drawMarks(context, drawing.marks, palette);
    drawTexts(context, drawing.texts, palette);
  };
}

/** Setting the size clears a canvas, and costs, even if it is the same. */
function resize(canvas: HTMLCanvasElement, { width, height }: Drawing, sharpness: number): void {
  const [wide, high] = [Math.round(width * sharpness), Math.round(height * sharpness)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

function patternOf(
  { size, stroke, strokeWidth, tint, strokes }: Tile,
  model: Painted,
  context: CanvasRenderingContext2D,
  palette: Palette,
  sharpness: number,
): string | CanvasPattern {
  const tile = document.createElement("canvas");
  tile.width = Math.round(size * sharpness);
  tile.height = tile.width;
  const colour = colourOf(stroke, model, palette);
  const brush = tile.getContext("2d");
  if (brush === null) return colour;
  const scale = tile.width / size;
  brush.scale(scale, scale);
  brush.globalAlpha = tint;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, size, size);
  brush.globalAlpha = 1;
  brush.strokeStyle = colour;
  brush.lineWidth = strokeWidth;
  brush.beginPath();
  for (const [x1, y1, x2, y2] of strokes) {
    brush.moveTo(x1, y1);
    brush.lineTo(x2, y2);
  }
  brush.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / scale));
  return pattern ?? colour;
}

function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly Line[],
  palette: Palette,
): void {
  for (const { kind, x1, y1, x2, y2 } of lines) {
    const { colour, width, opacity } = LINES[kind];
    context.strokeStyle = palette[colour];
    context.lineWidth = width;
    context.globalAlpha = opacity;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  palette: Palette,
): void {
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.5;
  for (const { x, y, isHollow } of marks) {
    context.fillStyle = isHollow ? palette.paper : palette.ink;
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

function drawTexts(
  context: CanvasRenderingContext2D,
  texts: readonly Text[],
  palette: Palette,
): void {
  // Lines run behind the texts without crossing them out.
  context.strokeStyle = palette.paper;
  context.lineWidth = 3;
  context.lineJoin = "round";
  for (const { kind, x, y, anchor, text } of texts) {
    const { colour, font } = TEXTS[kind];
    context.font = `${font} ${palette.font}`;
    context.fillStyle = palette[colour];
    context.textAlign = anchor === "middle" ? "center" : anchor;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
