import { expect, test } from "vitest";
import { textOf } from "../testing/text";
import { chartFigure, frame } from "./frame";
import { about } from "./testing/reports";

const table = { columns: ["Model", "Workers"], rows: [["<b>", "2"]] };

test("a figure has a title, a line on the experiment, a table and buttons that save it", () => {
  const text = textOf(
    frame({ title: "Speedup", name: "speedup", content: "drawing", note: "A note.", table }, about),
  );
  expect(text).toMatchSnapshot();
});

test("buttons do not submit the form that the chart is in", () => {
  const chart = { drawing: () => expect.unreachable(), table };
  const text = textOf(chartFigure(chart, { title: "Speedup", name: "speedup" }, about));
  expect(text.match(/<button type="button"/g)).toHaveLength(2);
});
