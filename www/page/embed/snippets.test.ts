import { expect, test } from "vitest";
import { elementSnippet, frameSnippet, markdownSnippet, type Embedding } from "./snippets";

const embedding: Embedding = {
  site: "https://example.org/play/",
  choices: { program: "fib", models: ["gil", "process"], workers: [1, 4], switchIntervalMs: 1 },
  hash: "#v=1&program=fib&models=gil,process&workers=1,4&switchIntervalMs=1",
  title: "Fibonacci [naive]",
  scheme: "auto",
  hidden: [],
  height: 640,
};

test("the element has an attribute for every choice, and its room reserved", () => {
  expect(elementSnippet(embedding)).toBe(`<script type="module" src="https://example.org/play/gil-playground.js"></script>
<gil-playground
  program="fib"
  models="gil process"
  workers="1 4"
  switch-interval="1"
  style="display: block; min-height: 640px"></gil-playground>
`);
});

test("a program of one's own stands in the element, and cannot end it", () => {
  const choices = { source: 'x = "</pre><script>"\n', basedOn: "fib", args: { n: 5, text: 'a "b"' } };
  const snippet = elementSnippet({ ...embedding, choices, scheme: "dark", hidden: ["source", "why"] });
  expect(snippet).toContain(
    '<pre><code>x = &quot;&lt;/pre&gt;&lt;script&gt;&quot;\n</code></pre></gil-playground>',
  );
  expect(snippet).toContain('args="{&quot;n&quot;:5,&quot;text&quot;:&quot;a \\&quot;b\\&quot;&quot;}"');
  expect(snippet).toContain('based-on="fib"');
  expect(snippet).toContain('scheme="dark"');
  expect(snippet).toContain('hide="source why"');
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
