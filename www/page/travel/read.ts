/** What a file claims to be a report, as it came; the engine says whether it is one. */

/** With traces a report is a few megabytes. */
const LARGEST_BYTES = 64_000_000;

/** Why a file cannot be opened, for people. */
export class FileError extends Error {
  override readonly name = "FileError";
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
