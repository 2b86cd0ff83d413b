import type { Page } from "../page";

/** Opens the dialog, which is loaded only then. */
export async function openEmbedding(page: Page): Promise<void> {
  try {
    const { openDialog } = await import("./dialog");
    await openDialog(page);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    page.say({ text: `It cannot be embedded: ${reason}.` });
  }
}
