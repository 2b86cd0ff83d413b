"""Paragraphs."""


def dedent(text):
    lines = text.split("\n")
    margin = None
    for line in lines:
        if line.strip():
            indent = line[: len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = indent
            while not indent.startswith(margin):
                margin = margin[:-1]
    margin = margin or ""
    return "\n".join([line[len(margin) :] if line.strip() else "" for line in lines])


def indent(text, prefix, predicate=None):
    parts = []
    for line in text.splitlines(True):
        if predicate(line) if predicate else line.strip():
            parts.append(prefix)
        parts.append(line)
    return "".join(parts)


def wrap(text, width=70, *, initial_indent="", subsequent_indent="", break_long_words=True):
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    lines, line, used = [], [], 0
    for word in _words(text):
        while True:
            room = width - len(subsequent_indent if lines else initial_indent)
            if used + len(word) + (1 if line else 0) <= room:
                used += len(word) + (1 if line else 0)
                line.append(word)
                break
            left = max(room - used - (1 if line else 0), 0 if line else 1)
            if break_long_words and len(word) > room:
                # What is left of the line takes the beginning of it.
                lines.append(line + [word[:left]] if left else line)
                line, used, word = [], 0, word[left:]
            elif line:
                lines.append(line)
                line, used = [], 0
            else:
                lines.append([word])
                break
    if line:
        lines.append(line)
    indents = [initial_indent] + [subsequent_indent] * len(lines)
    return [indent + " ".join(words) for indent, words in zip(indents, lines)]


def _words(text):
    return text.split()


def fill(text, width=70, **options):
    return "\n".join(wrap(text, width, **options))


def shorten(text, width, *, placeholder=" [...]"):
    words = text.split()
    whole = " ".join(words)
    if len(whole) <= width:
        return whole
    if len(placeholder.lstrip()) > width:
        raise ValueError("placeholder too large for max width")
    while words:
        words.pop()
        short = " ".join(words) + placeholder
        if len(short) <= width and words:
            return short
    return placeholder.lstrip()
