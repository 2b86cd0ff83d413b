/** Long texts in a link: deflated, then written in letters that an address may hold. */

/** What an address may still be passed on with. */
export const LONGEST_PACKED = 200_000;
/** What it may unpack to: a few bytes can claim to be gigabytes. */
const LARGEST_BYTES = 2_000_000;

/** Why a text does not fit into a link, or what does not come out of one; for people. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/** @throws PackError if it is too long for a link */
export async function pack(text: string): Promise<string> {
  const packed = await deflated(text);
  if (text.length > LARGEST_BYTES || packed.length > LONGEST_PACKED) {
    throw new PackError("it is too long for a link");
  }
  return packed;
}

/** However long it is. */
export async function deflated(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return toLetters(await collect(through(bytes, new CompressionStream(FORMAT))));
}

export async function unpack(packed: string): Promise<string> {
  if (packed.length > LONGEST_PACKED) throw new PackError("it is too long");
  const bytes = toBytes(packed);
  try {
    const stream = through(bytes, new DecompressionStream(FORMAT));
    return new TextDecoder("utf-8", { fatal: true }).decode(await collect(stream, LARGEST_BYTES));
  } catch (thrown) {
    throw thrown instanceof PackError ? thrown : new PackError("it is damaged");
  }
}

const FORMAT = "deflate-raw";

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

/** All that a stream gives, unless it is too much: then the rest is not even asked for. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new PackError("it unpacks to more than 2 MB");
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Base64 as RFC 4648 has it for addresses, without padding. */
function toLetters(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function toBytes(letters: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(letters)) throw new PackError("it is damaged");
  try {
    const text = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    throw new PackError("it is damaged");
  }
}
