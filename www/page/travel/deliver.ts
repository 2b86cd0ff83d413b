/** Ways out of the page: the clipboard and the downloads. */

/** False where the browser does not let the page write to the clipboard. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function download(text: string, type: string, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = fileName;
  link.click();
  // The browser has to have read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
