"""Paragraphs."""

_SPACES = "\t\n\x0b\x0c\r "
_TO_SPACES = {ord(character): " " for character in _SPACES}


class TextWrapper:
    """Breaks text into lines that are at most so wide."""

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
        tabsize=8, *, max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACES)
        chunks = _chunks(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            _part_sentences(chunks)
        chunks.reverse()
        return self._lines(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))

    def _lines(self, chunks):
        """Of what is left of `chunks`, the next one last."""
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, used = [], 0
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                used += self._break_word(chunks, line, used, width)
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            if self._goes_on(lines, chunks, used, width):
                lines.append(indent + "".join(line))
                continue
            self._end(lines, line, indent, width, used)
            break
        return lines

    def _goes_on(self, lines, chunks, used, width):
        """May this line be there as a whole?"""
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return True
        is_last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
        return is_last and used <= width

    def _end(self, lines, line, indent, width, used):
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _break_word(self, chunks, line, used, width):
        """Puts what the line has room for there; how much that is."""
        room = 1 if width < 1 else width - used
        if not self.break_long_words:
            if line:
                return 0
            word = chunks.pop()
            line.append(word)
            return len(word)
        end, word = room, chunks[-1]
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind("-", 0, room)
            if hyphen > 0 and word[:hyphen].strip("-"):
                end = hyphen + 1
        line.append(word[:end])
        chunks[-1] = word[end:]
        return len(line[-1])


def _chunks(text, breaks_at_hyphens):
    """Words and the spaces between them."""
    chunks, at = [], 0
    while at < len(text):
        start, is_space = at, text[at] in _SPACES
        while at < len(text) and (text[at] in _SPACES) == is_space:
            at += 1
        if is_space or not breaks_at_hyphens:
            chunks.append(text[start:at])
        else:
            chunks.extend(_parts(text[start:at]))
    return chunks


def _parts(word):
    """A word, parted behind its hyphens, if there are letters on both sides, and at its dashes."""
    parts, start, at = [], 0, 0
    while True:
        at = word.find("-", at)
        if at < 0:
            parts.append(word[start:])
            return [part for part in parts if part]
        end = at
        while end < len(word) and word[end] == "-":
            end += 1
        before, after = word[start:at], word[end : end + 2]
        if end - at > 1:
            if before and _is_wordy(before[-1]) and after and (after[0] == "_" or after[0].isalnum()):
                parts.extend([before, word[at:end]])
                start = end
        elif _ends_in_letters(before) and len(after) == 2 and _is_letter(after[0]) and (
            _is_letter(after[1]) or after[1] == "-" and word[end + 2 : end + 3] and _is_letter(word[end + 2])
        ):
            parts.append(word[start:end])
            start = end
        at = end


def _is_letter(character):
    return (character == "_" or character.isalnum()) and not character.isdigit()


def _is_wordy(character):
    return character == "_" or character.isalnum() or character in "!\"'&.,?"


def _ends_in_letters(text):
    """Two letters, or a letter, a hyphen and a letter."""
    if len(text) < 2 or not _is_letter(text[-1]):
        return False
    return _is_letter(text[-2]) or text[-2] == "-" and len(text) > 2 and _is_letter(text[-3])


def _part_sentences(chunks):
    for at in range(len(chunks) - 1):
        word = chunks[at].rstrip("\"'")
        if chunks[at + 1] == " " and len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z":
            chunks[at + 1] = "  "


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


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
