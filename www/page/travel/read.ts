/** What a file claims to be a report, as it came; the engine says whether it is one. */

import { clipped, sentenceOf } from "../format";
import type { Page } from "../page";

/** With traces a report is a few megabytes. */
const LARGEST_BYTES = 64_000_000;

/** Why a file cannot be opened, for people. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** More than that the parser refuses anyhow. */
const LONGEST_PROGRAM = 1_000_000;

/** Shows the report or the program in a file, or tells why there is none. */
export async function openFile(page: Page, file: File): Promise<void> {
  try {
    if (/\.pyw?$/i.test(file.name)) return openProgram(page, await readProgram(file));
    await page.reports.open(await readReport(file));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    page.tell([sentenceOf(clipped(error.message, 200))]);
  }
}

function openProgram(page: Page, text: string): void {
  if (page.busy) return page.tell(["A program can be opened when nothing is being measured."]);
  page.startOwn();
  page.edit(text);
}

async function readProgram(file: File): Promise<string> {
  if (file.size > LONGEST_PROGRAM) throw new FileError(`“${file.name}” is too large to be a program here`);
  return file.text().catch(() => {
    throw new FileError(`“${file.name}” could not be read`);
  });
}

export async function readReport(file: File): Promise<unknown> {
  if (file.size > LARGEST_BYTES) throw new FileError(`“${file.name}” is too large to be a report`);
  const text = await file.text().catch(() => {
    throw new FileError(`“${file.name}” could not be read`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new FileError(`“${file.name}” is not JSON, so it is no report`);
  }
}
