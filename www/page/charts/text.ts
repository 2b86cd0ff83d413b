/** Room that text takes, reckoned rather than measured: drawings stay pure functions. */

const NARROW = /[ .,:;'!|()[\]iIjlftr·-]/;
const WIDE = /[mwMW@%…—]/;
const CAPITAL = /\p{Lu}/u;

/** A little more pixels than the text needs in the page's sans-serif. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * size;
}

/** As much of the start of a text as is no wider. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join("")}…`, size) > width) letters.pop();
  return letters.length === 0 ? "" : `${letters.join("")}…`;
}

/** The text in lines that are no wider, broken between words, and within those that need it. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => pieces(long, width, size))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, size) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Where an address may break. */
const JOINT = /[/&,=?#+]$/;

function pieces(word: string, width: number, size: number): string[] {
  const found: string[] = [];
  let piece = "";
  let joint = 0;
  for (const letter of word) {
    if (piece !== "" && textWidth(piece + letter, size) > width) {
      const end = joint > 0 ? joint : piece.length;
      found.push(piece.slice(0, end));
      piece = piece.slice(end);
      joint = 0;
    }
    piece += letter;
    if (JOINT.test(piece)) joint = piece.length;
  }
  return [...found, piece];
}

function emsOf(letter: string): number {
  if (NARROW.test(letter)) return 0.4;
  if (WIDE.test(letter)) return 0.95;
  return CAPITAL.test(letter) ? 0.72 : 0.63;
}
