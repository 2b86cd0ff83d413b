/** The arguments of a program as a shell takes them, and back. */

/** Divided by spaces; within quotes, spaces are part of an argument. */
export function argumentsOf(text: string): string[] {
  const found = text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g);
  return [...found].map(([, double, single, plain]) => double ?? single ?? plain ?? "");
}

export function argumentText(given: readonly string[]): string {
  return given.map(quoted).join(" ");
}

function quoted(text: string): string {
  if (/^[^\s"']+$/.test(text)) return text;
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
