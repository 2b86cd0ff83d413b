import type { Page } from "../page";
import { openFile } from "./read";

/** A report dropped anywhere onto the page is opened. */
export function acceptDrops(page: Page): void {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void openAndShow(page, file);
  });
}

/** What comes of it stands at the top of the page. */
export async function openAndShow(page: Page, file: File): Promise<void> {
  await openFile(page, file);
  document.querySelector("main")?.scrollIntoView();
}
