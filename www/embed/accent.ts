/** Gives the Run button the colour that the page around the frame chose, if it is one. */
export function wearAccent(colour: string): void {
  if (!CSS.supports("color", colour)) return;
  const { style } = document.documentElement;
  style.setProperty("--action", colour);
  style.setProperty("--on-action", isLight(colour) ? "#000" : "#fff");
}

/** Black is read better on it than white: the contrasts are alike at a luminance of 0.18. */
function isLight(colour: string): boolean {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return false;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const parts = Array.from(context.getImageData(0, 0, 1, 1).data, (part) => part / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18;
}
