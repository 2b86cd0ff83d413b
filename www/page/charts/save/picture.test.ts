import { expect, test } from "vitest";
import { about } from "../testing/reports";
import { pictureOf, type Parts } from "./picture";

const parts: Parts = {
  ...about,
  title: "Speedup <with> a title",
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"></svg>',
  width: 300,
  height: 100,
  fileName: "gil-playground-countdown-speedup",
};

test("the picture says what it shows, where, when, and how to get there", () => {
  expect(pictureOf(parts)).toMatchSnapshot();
});

test("findings make the picture higher", () => {
  const findings = ["the book: A Book, chapter 15"];
  const { svg, height } = pictureOf({ ...parts, findings });
  expect(svg).toContain("the book: A Book, chapter 15");
  expect(height).toBeGreaterThan(pictureOf(parts).height);
});

test("a long link is cut where it is read, not where it leads", () => {
  const link = `https://example.org/#${"x".repeat(5000)}`;
  const { svg, height } = pictureOf({ ...parts, link });
  expect(svg).toContain(`<a href="${link}">`);
  expect(svg).toContain("…</text>");
  expect(height).toBeLessThan(300);
});

test("what was not measured has no date, and no link is no link", () => {
  const { svg } = pictureOf({ ...parts, date: null, link: "" });
  expect(svg).toContain(">2 cores</text>");
  expect(svg).not.toContain("<a ");
});
