import { expect, test } from "vitest";
import { scriptReport } from "../testing/execution";
import { elementSnippet, frameSnippet, markdownSnippet, tableOf, type Embedding } from "./snippets";

const embedding: Embedding = {
  site: "https://example.org/play/",
  choices: { program: "fib", models: ["gil", "process"], workers: [1, 4], switchIntervalMs: 1 },
  hash: "#v=1&program=fib&models=gil,process&workers=1,4&switchIntervalMs=1",
  title: "Fibonacci [naive]",
  scheme: "auto",
  hidden: [],
  height: 640,
  variant: "full",
  heading: "",
  frozen: null,
};

test("the element has an attribute for every choice, and its room reserved", () => {
  expect(elementSnippet(embedding)).toBe(`<script type="module" src="https://example.org/play/gil-playground.js"></script>
<gil-playground
  program="fib"
  models="gil process"
  workers="1 4"
  switch-interval="1"
  style="display: block; min-height: 640px">
<p><a href="https://example.org/play/#v=1&amp;program=fib&amp;models=gil,process&amp;workers=1,4&amp;switchIntervalMs=1">Run it</a></p>
</gil-playground>
`);
});

test("a program of one's own stands in the element, and cannot end it", () => {
  const choices = { source: 'x = "</pre><script>"\n', basedOn: "fib", args: { n: 5, text: 'a "b"' } };
  const snippet = elementSnippet({ ...embedding, choices, scheme: "dark", hidden: ["source", "why"] });
  expect(snippet).toContain(
    '<pre><code>x = &quot;&lt;/pre&gt;&lt;script&gt;&quot;\n</code></pre>\n<p>',
  );
  expect(snippet).toContain('args="{&quot;n&quot;:5,&quot;text&quot;:&quot;a \\&quot;b\\&quot;&quot;}"');
  expect(snippet).toContain('based-on="fib"');
  expect(snippet).toContain('scheme="dark"');
  expect(snippet).toContain('hide="source why"');
});

test("a script may be shown in its own way, with its author's results at once", () => {
  const frozen = { packed: "abc", table: tableOf(scriptReport()) };
  const script = { source: "print(1)\n", argv: "-n 3", runtimes: ["gil" as const] };
  const own = { ...embedding, choices: script, variant: "compact" as const, heading: "Bank", frozen };
  const snippet = elementSnippet(own);
  for (const part of ['variant="compact"', 'heading="Bank"', 'frozen="abc"', 'runtimes="gil"', 'argv="-n 3"']) {
    expect(snippet).toContain(part);
  }
  expect(snippet).toContain("<tr><th>With the GIL</th><td>105 ms</td></tr>");
  expect(frameSnippet(own)).toContain("embed.html?variant=compact&amp;heading=Bank#v=1&amp;report=abc");
});

test("the frame has the link, the options and a height", () => {
  const snippet = frameSnippet({ ...embedding, scheme: "dark", hidden: ["source"] });
  expect(snippet).toContain(
    'src="https://example.org/play/embed.html?hide=source#v=1&amp;program=fib&amp;models=gil,process',
  );
  expect(snippet).toContain('height="640"');
  expect(snippet).toContain("color-scheme: dark");
});

test("Markdown is a picture that links to the whole page", () => {
  expect(markdownSnippet(embedding)).toBe(
    String.raw`[![Speedups of Fibonacci \[naive\] under several concurrency models](gil-playground-fib-speedup.png)](https://example.org/play/#v=1&program=fib&models=gil,process&workers=1,4&switchIntervalMs=1)` +
      "\n",
  );
});
