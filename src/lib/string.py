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
        return self._filled({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws}, True)

    def _filled(self, values, is_safe):
        text, parts, start = self.template, [], 0
        while True:
            at = text.find("$", start)
            if at < 0:
                parts.append(text[start:])
                return "".join(parts)
            parts.append(text[start:at])
            name, start = self._name(text, at)
            if name == "$":
                parts.append("$")
            elif name is None:
                if not is_safe:
                    self._refuse(text, at)
                parts.append("$")
            elif name in values or not is_safe:
                parts.append(f"{values[name]!s}")
            else:
                parts.append(text[at:start])

    def _name(self, text, at):
        """What stands at a dollar, and where it ends."""
        is_braced = text[at + 1 : at + 2] == "{"
        start = end = at + 1 + is_braced
        if text[start : start + 1] == "$" and not is_braced:
            return "$", start + 1
        while end < len(text) and text[end] in (_REST if end > start else _FIRST):
            end += 1
        if end == start or is_braced and text[end : end + 1] != "}":
            return None, at + 1
        return text[start:end], end + is_braced

    def _refuse(self, text, at):
        lines = text[:at].splitlines(True)
        column = at - len("".join(lines[:-1])) + 1 if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, col {column}")
