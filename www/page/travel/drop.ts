import type { Page } from "../page";

/** A report dropped anywhere onto the page is opened. */
export function acceptDrops(page: Page): void {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void page.openFile(file);
  });
}
