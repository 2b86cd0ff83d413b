/** Saves a chart as a picture that explains itself. */
import { download } from "../../download";
import { pictureOf, type Parts } from "./picture";

export { standalone } from "./inline";

/** By the kind of file. */
export const savers = { SVG: saveSvg, PNG: savePng };

/** Pixels of a PNG per pixel of the drawing. */
const SHARPNESS = 2;

export class SaveError extends Error {
  override readonly name = "SaveError";
}

function saveSvg(parts: Parts): void {
  const { svg } = pictureOf(parts);
  download(new Blob([svg], { type: "image/svg+xml" }), `${parts.fileName}.svg`);
}

/** Rejects with a `SaveError` where the browser cannot draw the picture. */
async function savePng(parts: Parts): Promise<void> {
  const { svg, width, height } = pictureOf(parts);
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const context = canvas.getContext("2d");
  if (context === null) throw new SaveError("This browser has no canvas to draw the picture on.");
  context.drawImage(await imageOf(svg), 0, 0, canvas.width, canvas.height);
  download(await pngOf(canvas), `${parts.fileName}.png`);
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return image;
  } catch (cause) {
    throw new SaveError("This browser could not draw the picture; try SVG.", { cause });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new SaveError("The picture is too large for a PNG; try SVG."));
      else resolve(blob);
    }, "image/png");
  });
}
