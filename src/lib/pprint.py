"""Values in lines that fit a width."""

import sys as _sys
from io import StringIO as _StringIO


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    options = {"compact": compact, "sort_dicts": sort_dicts, "underscore_numbers": underscore_numbers}
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def saferepr(object):
    return PrettyPrinter()._repr(object, set(), 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


def _sorted(items, key=lambda item: item):
    try:
        return sorted(items, key=key)
    except TypeError:
        return sorted(items, key=lambda item: (f"{type(key(item))}", id(key(item))))


class PrettyPrinter:
    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False
    ):  # fmt: skip
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort, self._underscores = compact, sort_dicts, underscore_numbers

    def pprint(self, object):
        stream = _sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = _StringIO()
        self._format(object, out, 0, 0, set(), 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self._repr(object, set(), 0)[2]

    def isreadable(self, object):
        _, is_readable, is_recursive = self._repr(object, set(), 0)
        return is_readable and not is_recursive

    def format(self, object, context, maxlevels, level):
        return self._repr(object, set(context), level)

    def _format(self, value, out, indent, allowance, context, level):
        if id(value) in context:
            out.write(_recursion(value))
            return
        text = self._repr(value, context, level)[0]
        if len(text) > self._width - indent - allowance:
            write = self._writer_of(value)
            if write is not None:
                context.add(id(value))
                write(value, out, indent, allowance, context, level + 1)
                context.remove(id(value))
                return
        out.write(text)

    def _writer_of(self, value):
        kind = type(value)
        if isinstance(value, dict) and kind.__repr__ is dict.__repr__:
            return self._dict
        if kind is list:
            return self._list
        if kind is tuple:
            return self._tuple
        if kind in (set, frozenset):
            return self._set
        if kind is str:
            return self._str
        name = kind.__name__
        if name in ("OrderedDict", "defaultdict", "Counter", "deque", "SimpleNamespace"):
            return getattr(self, f"_{name}")
        if hasattr(kind, "__dataclass_fields__") and kind.__repr__.__qualname__ == f"{kind.__qualname__}.__repr__":
            return self._dataclass
        return None

    def _dict(self, value, out, indent, allowance, context, level):
        out.write("{" + " " * (self._indent - 1))
        items = _sorted(value.items(), lambda item: item[0]) if self._sort else list(value.items())
        indent += self._indent
        for at, (key, item) in enumerate(items):
            is_last = at == len(items) - 1
            text = self._repr(key, context, level)[0]
            out.write(f"{text}: ")
            self._format(item, out, indent + len(text) + 2, allowance + 1 if is_last else 1, context, level)
            if not is_last:
                out.write(",\n" + " " * indent)
        out.write("}")

    def _items(self, items, out, indent, allowance, context, level):
        out.write(" " * (self._indent - 1))
        indent += self._indent
        between = ",\n" + " " * indent
        separator, width = "", self._width - indent + 1
        room = width
        for at, item in enumerate(items):
            is_last = at == len(items) - 1
            if is_last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)[0]
                size = len(text) + 2
                if room < size:
                    room = width
                    separator = between if separator else separator
                if room >= size:
                    room -= size
                    out.write(separator + text)
                    separator = ", "
                    continue
            out.write(separator)
            separator = between
            self._format(item, out, indent, allowance if is_last else 1, context, level)

    def _list(self, value, out, indent, allowance, context, level):
        out.write("[")
        self._items(value, out, indent, allowance + 1, context, level)
        out.write("]")

    def _tuple(self, value, out, indent, allowance, context, level):
        end = ",)" if len(value) == 1 else ")"
        out.write("(")
        self._items(value, out, indent, allowance + len(end), context, level)
        out.write(end)

    def _set(self, value, out, indent, allowance, context, level):
        if type(value) is set:
            start, end = "{", "}"
        else:
            start, end = "frozenset({", "})"
            indent += len(start) - 1
        out.write(start)
        self._items(_sorted(value), out, indent, allowance + len(end), context, level)
        out.write(end)

    def _str(self, value, out, indent, allowance, context, level):
        chunks, lines = [], value.splitlines(True)
        if level == 1:
            indent, allowance = indent + 1, allowance + 1
        room = most = self._width - indent
        for at, line in enumerate(lines):
            text = repr(line)
            if at == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
                continue
            parts, current = _words(line), ""
            for number, part in enumerate(parts):
                candidate = current + part
                room = self._width - indent
                if number == len(parts) - 1 and at == len(lines) - 1:
                    room -= allowance
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.write(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        out.write(f"({text})" if level == 1 else text)

    def _wrapped(self, name, value, out, indent, allowance, context, level, write):
        out.write(f"{name}(")
        write(value, out, indent + len(name) + 1, allowance + 1, context, level)
        out.write(")")

    def _OrderedDict(self, value, out, indent, allowance, context, level):
        self._wrapped("OrderedDict", list(value.items()), out, indent, allowance, context, level, self._list)

    def _Counter(self, value, out, indent, allowance, context, level):
        out.write("Counter({" + " " * (self._indent - 1))
        items = value.most_common()
        for at, (key, count) in enumerate(items):
            out.write(f"{key!r}: {count!r}" + (",\n" + " " * (indent + 8 + self._indent) if at < len(items) - 1 else ""))
        out.write("})")

    def _defaultdict(self, value, out, indent, allowance, context, level):
        indent += len("defaultdict(")
        out.write(f"defaultdict({value.default_factory!r},\n{' ' * indent}")
        self._dict(value, out, indent, allowance + 1, context, level)
        out.write(")")

    def _deque(self, value, out, indent, allowance, context, level):
        self._wrapped("deque", list(value), out, indent, allowance, context, level, self._list)

    def _SimpleNamespace(self, value, out, indent, allowance, context, level):
        self._attributes("namespace", list(vars(value).items()), out, indent, allowance, context, level)

    def _dataclass(self, value, out, indent, allowance, context, level):
        known = value.__dataclass_fields__.values()
        items = [(each.name, getattr(value, each.name)) for each in known if each.repr and each._field_type == "_FIELD"]
        self._attributes(type(value).__name__, items, out, indent, allowance, context, level)

    def _attributes(self, name, items, out, indent, allowance, context, level):
        indent += len(name) + 1
        out.write(f"{name}(")
        for at, (key, item) in enumerate(items):
            is_last = at == len(items) - 1
            out.write(f"{key}=")
            if id(item) in context:
                out.write("...")
            else:
                self._format(item, out, indent + len(key) + 1, allowance if is_last else 1, context, level)
            if not is_last:
                out.write(",\n" + " " * indent)
        out.write(")")

    def _repr(self, value, context, level):
        """In one line; whether Python can read it, and whether it holds itself."""
        kind = type(value)
        if kind is int and self._underscores:
            return f"{value:_d}", True, False
        if kind not in (dict, list, tuple):
            text = repr(value)
            return text, not text.startswith("<"), False
        is_dict = kind is dict
        if not value:
            return repr(value), True, False
        if self._depth is not None and level >= self._depth:
            return ("{...}" if is_dict else "[...]" if kind is list else "(...)"), False, False
        if id(value) in context:
            return _recursion(value), False, True
        context.add(id(value))
        items = value
        if is_dict:
            items = _sorted(value.items(), lambda item: item[0]) if self._sort else value.items()
        parts, is_readable, is_recursive = [], True, False
        for item in items:
            texts = []
            for each in item if is_dict else (item,):
                text, readable, recursive = self._repr(each, context, level + 1)
                texts.append(text)
                is_readable, is_recursive = is_readable and readable, is_recursive or recursive
            parts.append(": ".join(texts))
        context.remove(id(value))
        text = ", ".join(parts)
        if is_dict:
            return f"{{{text}}}", is_readable, is_recursive
        if kind is list:
            return f"[{text}]", is_readable, is_recursive
        return (f"({text},)" if len(value) == 1 else f"({text})"), is_readable, is_recursive


def _words(line):
    """Words, each with the white space behind it."""
    parts, at = [], 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        parts.append(line[at:end])
        at = end
    return parts


def _recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"
