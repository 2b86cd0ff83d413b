import { expect, test } from "vitest";
import { agentOf, isolationHeaders, isolatesDocuments, type Agent } from "./isolation";

function chromium(version: string, platform = "Linux"): Agent {
  const brands = [
    { brand: "Not)A;Brand", version: "8" },
    { brand: "Chromium", version },
  ];
  return { brands, platform };
}

test.each([
  ["a Chromium of today", chromium("156"), true],
  ["the first that knows the policy", chromium("137"), true],
  ["the last that does not", chromium("136"), false],
  ["one on Android, where it came later", chromium("145", "Android"), false],
  ["the first on Android", chromium("146", "Android"), true],
  ["a browser that says nothing of itself", null, false],
])("%s", (_, agent, knows) => {
  expect(isolatesDocuments(agent)).toBe(knows);
});

test("the opener policy and the policy for documents are never sent together", () => {
  expect(Object.keys(isolationHeaders(chromium("156")))).toEqual(["Document-Isolation-Policy"]);
  expect(Object.keys(isolationHeaders(null))).not.toContain("Document-Isolation-Policy");
  expect(isolationHeaders(null)).toMatchObject({
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  });
});

test("only Chromium tells of itself", () => {
  expect(agentOf({})).toBeNull();
  expect(agentOf({ userAgentData: chromium("156") })).toEqual(chromium("156"));
});
