import { expect, test } from "vitest";
import { pack, PackError, unpack } from "./pack";

test("what is packed comes back, in letters that an address may hold", async () => {
  const text = "def task(worker, workers):\n    return 'é 🐍 <script>'\n".repeat(40);
  const packed = await pack(text);
  expect(packed).toMatch(/^[\w-]+$/);
  expect(packed.length).toBeLessThan(text.length / 5);
  expect(await unpack(packed)).toBe(text);
  expect(await unpack(await pack(""))).toBe("");
});

test("every byte survives", async () => {
  const text = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join("");
  expect(await unpack(await pack(text))).toBe(text);
});

test("what is too long is not packed", async () => {
  await expect(pack("a".repeat(2_000_001))).rejects.toThrow("too long for a link");
  const noise = Array.from({ length: 300_000 }, () => String.fromCharCode(33 + Math.random() * 90));
  await expect(pack(noise.join(""))).rejects.toThrow(PackError);
});

test("a few letters that claim to be gigabytes are given up early", async () => {
  const bomb = new Blob([new Uint8Array(64_000_000)]).stream();
  const deflated = await new Response(
    bomb.pipeThrough(new CompressionStream("deflate-raw")),
  ).bytes();
  const letters = Buffer.from(deflated).toString("base64url");
  expect(letters.length).toBeLessThan(200_000);
  await expect(unpack(letters)).rejects.toThrow("more than 2 MB");
});

test.each([
  ["nothing", ""],
  ["letters of no base64", "<script>"],
  ["one letter too few", "AAAAA"],
  ["no deflated text", "AAAA"],
  ["no UTF-8", "-_8DAA"],
  ["a padded text", "S0kEAA=="],
])("%s is damaged", async (_, packed) => {
  await expect(unpack(packed)).rejects.toThrow("damaged");
});

test("a text that was cut off is damaged", async () => {
  const packed = await pack("countdown ".repeat(100));
  await expect(unpack(packed.slice(0, -3))).rejects.toThrow(PackError);
});

test("too many letters are not even looked at", async () => {
  await expect(unpack("A".repeat(200_001))).rejects.toThrow("too long");
});
