"""Data as text."""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {line} column {column} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _quoted(text, is_ascii):
    parts = []
    for char in text:
        code = ord(char)
        if char in _ESCAPES:
            parts.append(_ESCAPES[char])
        elif code < 32 or is_ascii and 126 < code < 0x10000:
            parts.append(f"\\u{code:04x}")
        elif is_ascii and code > 126:
            code -= 0x10000
            parts.append(f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}")
        else:
            parts.append(char)
    return '"' + "".join(parts) + '"'


def _number(value, allow_nan):
    if value == value and abs(value) != float("inf"):
        return repr(value)
    if not allow_nan:
        raise ValueError(f"Out of range float values are not JSON compliant: {value!r}")
    return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"


class JSONEncoder:
    item_separator, key_separator = ", ", ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
        sort_keys=False, indent=None, separators=None, default=None,
    ):  # fmt: skip
        self.skipkeys, self.ensure_ascii, self.allow_nan = skipkeys, ensure_ascii, allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o):
        parts = []
        self._put(o, parts, "\n", [])
        return parts

    def _put(self, o, parts, line, around):
        if o is None or o is True or o is False:
            parts.append("null" if o is None else "true" if o else "false")
        elif isinstance(o, str):
            parts.append(_quoted(o, self.ensure_ascii))
        elif isinstance(o, int):
            parts.append(f"{o:d}")
        elif isinstance(o, float):
            parts.append(_number(o, self.allow_nan))
        elif any([o is each for each in around]):
            raise ValueError("Circular reference detected")
        elif isinstance(o, (list, tuple)):
            self._put_items([("", item) for item in o], "[]", parts, line, around + [o])
        elif isinstance(o, dict) or hasattr(o, "keys") and hasattr(o, "items"):
            self._put_items(self._pairs(o), "{}", parts, line, around + [o])
        else:
            self._put(self.default(o), parts, line, around + [o])

    def _put_items(self, items, brackets, parts, line, around):
        parts.append(brackets[0])
        inner = line if self.indent is None else line + self.indent
        for number, (key, item) in enumerate(items):
            if number:
                parts.append(self.item_separator)
            if self.indent is not None:
                parts.append(inner)
            parts.append(key)
            self._put(item, parts, inner, around)
        if items and self.indent is not None:
            parts.append(line)
        parts.append(brackets[1])

    def _pairs(self, o):
        items = list(o.items())
        if self.sort_keys:
            items.sort(key=lambda item: item[0])
        pairs = []
        for key, item in items:
            if isinstance(key, bool) or key is None:
                key = "null" if key is None else "true" if key else "false"
            elif isinstance(key, (int, float)):
                key = f"{key:d}" if isinstance(key, int) else _number(key, self.allow_nan)
            elif not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
            pairs.append((_quoted(key, self.ensure_ascii) + self.key_separator, item))
        return pairs


def dumps(obj, *, cls=JSONEncoder, **options):
    return (cls or JSONEncoder)(**options).encode(obj)


def dump(obj, fp, *, cls=JSONEncoder, **options):
    for part in (cls or JSONEncoder)(**options).iterencode(obj):
        fp.write(part)


_WORDS = {
    "null": None, "true": True, "false": False, "NaN": float("nan"), "Infinity": float("inf"),
    "-Infinity": float("-inf"),
}  # fmt: skip
_UNESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/"}


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        char = s[idx : idx + 1]
        if char == '"':
            return self._string(s, idx + 1)
        if char == "{":
            return self._object(s, idx + 1)
        if char == "[":
            return self._array(s, idx + 1)
        for word, value in _WORDS.items():
            if s.startswith(word, idx):
                return value, idx + len(word)
        return self._number(s, idx)

    def _number(self, s, start):
        end = start + (s[start : start + 1] == "-")
        first = end
        end = _digits(s, end)
        if end == first:
            raise JSONDecodeError("Expecting value", s, start)
        if s[first] == "0":
            end = first + 1
        whole = end
        if s[end : end + 1] == "." and _digits(s, end + 1) > end + 1:
            end = _digits(s, end + 1)
        if s[end : end + 1] in ("e", "E"):
            sign = end + 1 + (s[end + 1 : end + 2] in ("+", "-"))
            if _digits(s, sign) > sign:
                end = _digits(s, sign)
        return (self.parse_int if end == whole else self.parse_float)(s[start:end]), end

    def _string(self, s, start):
        begin, parts = start - 1, []
        while True:
            end = start
            while end < len(s) and s[end] not in '"\\' and (s[end] >= " " or not self.strict):
                end += 1
            parts.append(s[start:end])
            if end >= len(s):
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if s[end] == '"':
                return "".join(parts), end + 1
            if s[end] != "\\":
                raise JSONDecodeError("Invalid control character at", s, end)
            escape = s[end + 1 : end + 2]
            if escape == "u":
                code, start = _code(s, end + 2), end + 6
                if 0xD800 <= code < 0xDC00 and s[start : start + 2] == "\\u":
                    code = 0x10000 + (code - 0xD800 << 10) + _code(s, start + 2) - 0xDC00
                    start += 6
                parts.append(chr(code))
            elif escape in _UNESCAPED:
                parts.append(_UNESCAPED[escape])
                start = end + 2
            elif not escape:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            else:
                raise JSONDecodeError("Invalid \\escape", s, end)

    def _array(self, s, at):
        items, at = [], _skip(s, at)
        if s[at : at + 1] == "]":
            return items, at + 1
        while True:
            item, at = self.raw_decode(s, at)
            items.append(item)
            at = _skip(s, at)
            char = s[at : at + 1]
            if char == "]":
                return items, at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._behind_comma(s, at, "]", "array")

    def _behind_comma(self, s, comma, bracket, kind):
        at = _skip(s, comma + 1)
        if s[at : at + 1] == bracket:
            raise JSONDecodeError(f"Illegal trailing comma before end of {kind}", s, comma)
        return at

    def _object(self, s, at):
        pairs, at = [], _skip(s, at)
        if s[at : at + 1] == "}":
            return self._made(pairs), at + 1
        while True:
            if s[at : at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = self._string(s, at + 1)
            at = _skip(s, at)
            if s[at : at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self.raw_decode(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            char = s[at : at + 1]
            if char == "}":
                return self._made(pairs), at + 1
            if char != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = self._behind_comma(s, at, "}", "object")

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def _skip(s, at):
    while at < len(s) and s[at] in " \t\n\r":
        at += 1
    return at


def _digits(s, at):
    while at < len(s) and s[at] in "0123456789":
        at += 1
    return at


def _code(s, at):
    digits = s[at : at + 4]
    if len(digits) < 4 or not all([digit in "0123456789abcdefABCDEF" for digit in digits]):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)
    return int(digits, 16)


def loads(s, *, cls=JSONDecoder, **options):
    if isinstance(s, bytes) or hasattr(s, "__buffer__"):
        s = bytes(s).decode()
    if not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    return (cls or JSONDecoder)(**options).decode(s)


def load(fp, *, cls=JSONDecoder, **options):
    return loads(fp.read(), cls=cls, **options)
