import { expect, test } from "vitest";
import { readReport } from "./read";

test("a file is read as JSON", async () => {
  expect(await readReport(new File(['{"format":1}'], "a.json"))).toEqual({ format: 1 });
});

test("what is no JSON is told of by the file's name", async () => {
  await expect(readReport(new File(["<script>"], "a.html"))).rejects.toThrow(
    "“a.html” is not JSON",
  );
});

test("a file far larger than any report is not read", async () => {
  const file = new File([new Uint8Array(64_000_001)], "b.json");
  await expect(readReport(file)).rejects.toThrow("too large");
});
