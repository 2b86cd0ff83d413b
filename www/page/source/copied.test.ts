import { expect, test } from "vitest";
import { copied } from "./copied";

test.each([
  ["prompts", ">>> def f():\n...     return 1\n...\n>>> f()\n1\n", "def f():\n    return 1\n\nf()\n"],
  ["numbers", " 9 def f():\n10     return 1\n11\n12 f()", "def f():\n    return 1\n\nf()\n"],
  ["numbers with signs", "1: x = 1\n2: if x:\n3:     print(x)\n", "x = 1\nif x:\n    print(x)\n"],
  ["numbers with tabs", "1\timport time\n2\tfor n in range(3):\n3\t\tprint(n)\n", "import time\nfor n in range(3):\n\tprint(n)\n"],
  ["a byte order mark", "\uFEFFprint(1)\n", "print(1)\n"],
  ["other spaces", "if 1:\n\u00A0\u00A0print('ok')\n", "if 1:\n  print('ok')\n"],
  ["typographer's quotes", "print(“a”)\n", 'print("a")\n'],
])("%s that were copied along can be taken out", (_, text, plain) => {
  expect(copied(text)?.text).toBe(plain);
  expect(copied(plain)).toBeNull();
});

test.each(["", "x = 1\n", "1\n2\n4\n", "print('“quoted”')\n", "1 + 1\n2 + 2\n"])("%j stays as it is", (text) => {
  expect(copied(text)).toBeNull();
});
