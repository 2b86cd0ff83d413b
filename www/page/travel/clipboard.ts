/**
 * False where the browser does not let the page write to the clipboard. It may let it only at once,
 * so the text is promised where making it takes a moment.
 */
export async function copy(text: Promise<string>): Promise<boolean> {
  const blob = text.then((plain) => new Blob([plain], { type: "text/plain" }));
  // Whoever made the text hears why there is none.
  blob.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false;
  }
}
