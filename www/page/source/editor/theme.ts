import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** As the plain text that the editor takes the place of, in the colours of the page's theme. */
export const theme = EditorView.theme({
  "&": {
    borderRadius: "4px",
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    fontSize: "0.875rem",
    maxHeight: "var(--code-height, none)",
  },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  // An empty one looks like a place to write.
  ".cm-content": { minHeight: "12rem", padding: "0.9rem 0", caretColor: "var(--ink)" },
  ".cm-placeholder": { color: "var(--soft)" },
  ".cm-line": { padding: "0 1rem 0 0" },
  ".cm-gutters": {
    border: "0",
    backgroundColor: "var(--raised)",
    color: "var(--soft)",
  },
  // One column of the width that the plain text's numbers have: marks stand at the left of it.
  ".cm-lineNumbers .cm-gutterElement": {
    width: "2.75rem",
    minWidth: "0",
    padding: "0 0.75rem 0 0",
  },
  ".cm-gutter-lint": { width: "0.9rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0" },
  ".cm-lint-marker": { width: "0.9rem", height: "auto" },
  ".cm-lint-marker-error": {
    content: "normal",
    color: "var(--alert)",
    textAlign: "center",
  },
  ".cm-lint-marker-error::before": { content: '"●"' },
  ".cm-lint-marker-warning": {
    content: "normal",
    color: "var(--notice)",
    textAlign: "center",
  },
  ".cm-lint-marker-warning::before": { content: '"▲"' },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--notice)",
    textUnderlineOffset: "0.2em",
    textDecorationSkipInk: "none",
  },
  ".cm-to-change": { background: "color-mix(in srgb, var(--notice) 18%, transparent)" },
  // Over the other gutters, so that nothing moves when the marks come.
  ".cm-threads": { position: "absolute", left: "0.1rem", zIndex: "1", pointerEvents: "none" },
  ".cm-threads .cm-gutterElement": { pointerEvents: "auto" },
  ".thread-marks": { display: "inline-flex", gap: "1px" },
  ".thread-mark": {
    minWidth: "1.05rem",
    padding: "0 0.2rem",
    borderRadius: "0.5rem",
    background: "oklch(0.5 0.13 var(--hue, 0))",
    color: "#fff",
    font: "600 0.6875rem/1.05rem var(--sans)",
    textAlign: "center",
  },
  ".thread-mark.has-lock": { boxShadow: "0 0 0 2px var(--raised), 0 0 0 4px var(--model-gil)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--alert)",
    textUnderlineOffset: "0.2em",
    textDecorationSkipInk: "none",
  },
  ".cm-lintRange-active": { backgroundColor: "var(--code-line)" },
  ".cm-lintPoint-error::after": { borderBottomColor: "var(--alert)" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--code-line)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--ink)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--edge)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--alert)",
  },
  ".cm-tooltip": {
    border: "1px solid var(--edge)",
    borderRadius: "4px",
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    fontFamily: "var(--sans)",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--alert)" },
});

export const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)],
    color: "var(--code-name)",
    fontWeight: "600",
  },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);
