// As much of Markdown as docs/models is written in: headings, paragraphs, lists, and within a line code,
// emphasis and links.

/** @param {string} text */
export function htmlOf(text) {
  return text.trim().split(/\n\s*\n/).map(blockOf).join("\n");
}

/** What the first heading says. @param {string} text */
export function titleOf(text) {
  return inline(/^# (.+)$/m.exec(text)?.[1] ?? "");
}

/** @param {string} block */
function blockOf(block) {
  const [, marks, heading] = /^(#{1,3}) (.+)$/.exec(block) ?? [];
  if (marks !== undefined && heading !== undefined) {
    return `<h${marks.length}>${inline(heading)}</h${marks.length}>`;
  }
  if (!block.startsWith("- ")) return `<p>${inline(block)}</p>`;
  const items = block.split(/\n(?=- )/).map((item) => `<li>${inline(item.slice(2))}</li>`);
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

/** Code first: nothing in it is a mark. @param {string} text */
function inline(text) {
  const parts = text.replaceAll(/\n\s*/g, "\n").split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? `\uE000${escaped(part)}\uE001` : escaped(part))).join("")
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*([^*\n]+)\*/g, "<em>$1</em>")
    .replaceAll("\uE000", "<code>")
    .replaceAll("\uE001", "</code>");
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
