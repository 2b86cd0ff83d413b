"""Letters of kinds, and templates."""

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
whitespace = " \t\n\r\v\f"
printable = digits + ascii_letters + punctuation + whitespace

_FIRST = ascii_letters + "_"
_REST = _FIRST + digits


def capwords(s, sep=None):
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


class Template:
    """`$name` and `${name}` stand for values, `$$` for a dollar."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws} if kws else mapping, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws} if kws else mapping, True)

    def is_valid(self):
        return all([name is not None for _, _, name in self._places()])

    def get_identifiers(self):
        return list(dict.fromkeys([name for _, _, name in self._places() if name]))

    def _places(self):
        """Where something stands in the text, up to where, and its name: empty for a delimiter, `None` for nonsense."""
        text, mark = self.template, self.delimiter
        at = text.find(mark)
        while at >= 0:
            start = at + len(mark)
            if text.startswith(mark, start):
                end, name = start + len(mark), ""
            else:
                end, name = _name(text, start)
            yield at, end, name
            at = text.find(mark, end)

    def _filled(self, values, is_safe):
        text, parts, start = self.template, [], 0
        for at, end, name in self._places():
            parts.append(text[start:at])
            start = end
            if name == "":
                parts.append(self.delimiter)
            elif name is None:
                if not is_safe:
                    _refuse(text, at)
                parts.append(text[at:end])
            elif not is_safe:
                parts.append(str(values[name]))
            else:
                try:
                    parts.append(str(values[name]))
                except KeyError:
                    parts.append(text[at:end])
        return "".join(parts) + text[start:]


def _name(text, start):
    """Where the name ends that begins there, or the braces around it, and the name."""
    is_braced = text.startswith("{", start)
    first = end = start + is_braced
    while end < len(text) and text[end] in (_REST if end > first else _FIRST):
        end += 1
    if end == first or is_braced and not text.startswith("}", end):
        return start, None
    return end + is_braced, text[first:end]


def _refuse(text, at):
    lines = text[:at].splitlines(True)
    column = at - len("".join(lines[:-1])) + 1 if lines else 1
    raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, col {column}")
