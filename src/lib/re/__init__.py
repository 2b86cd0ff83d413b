"""Regular expressions: patterns are made into programs here, which `_sre` runs over a text."""

from _sre import scan as _scan
from re._compiler import program_of as _program_of
from re._parser import A, ASCII, DEBUG, DOTALL, I, IGNORECASE, L, LOCALE, M, MULTILINE, NOFLAG, PatternError, S
from re._parser import U, UNICODE, VERBOSE, X, RegexFlag, escaped as _escaped, parse as _parse

error = PatternError
_SEARCH, _START, _WHOLE = 0, 1, 2
_END = 1 << 62


class Match:
    """Where a pattern has matched."""

    def __init__(self, re, string, places, pos, endpos):
        self.re, self.string, self.pos, self.endpos = re, string, pos, endpos
        self._places = places

    @property
    def lastindex(self):
        last = self._places[-1]
        return None if last < 0 else last

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(number) for number in range(self.re.groups + 1)])

    def _number(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        elif not isinstance(group, int):
            group = group.__index__() if hasattr(group, "__index__") else -1
        if not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return group

    def start(self, group=0, /):
        return self._places[2 * self._number(group)]

    def end(self, group=0, /):
        return self._places[2 * self._number(group) + 1]

    def span(self, group=0, /):
        number = 2 * self._number(group)
        return self._places[number], self._places[number + 1]

    def _part(self, number, default=None):
        start = self._places[2 * number]
        return default if start < 0 else self.string[start : self._places[2 * number + 1]]

    def group(self, *groups):
        if not groups:
            return self._part(0)
        parts = [self._part(self._number(group)) for group in groups]
        return parts[0] if len(parts) == 1 else tuple(parts)

    def __getitem__(self, group):
        return self._part(self._number(group))

    def groups(self, default=None):
        return tuple([self._part(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._part(number, default) for name, number in self.re.groupindex.items()}

    def expand(self, template):
        return _filled(_template(self.re, template), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self.group()!r}>"


class Pattern:
    """A pattern that is ready to be matched."""

    def __init__(self, pattern, flags, groups, groupindex, program):
        self.pattern, self.flags, self.groups, self.groupindex = pattern, flags, groups, groupindex
        self._program = program

    def _check(self, string):
        if isinstance(string, str) != isinstance(self.pattern, str):
            if isinstance(string, str):
                raise TypeError("cannot use a bytes pattern on a string-like object")
            if isinstance(string, bytes):
                raise TypeError("cannot use a string pattern on a bytes-like object")

    def _scan(self, string, pos, endpos, mode, most):
        self._check(string)
        return _scan(self._program, string, pos, endpos, mode, most)

    def _one(self, string, pos, endpos, mode):
        found = self._scan(string, pos, endpos, mode, 1)
        if not found:
            return None
        return Match(self, string, found[0], max(pos, 0), min(max(endpos, 0), len(string)))

    def match(self, string, pos=0, endpos=_END):
        return self._one(string, pos, endpos, _START)

    def fullmatch(self, string, pos=0, endpos=_END):
        return self._one(string, pos, endpos, _WHOLE)

    def search(self, string, pos=0, endpos=_END):
        return self._one(string, pos, endpos, _SEARCH)

    def _all(self, string, pos=0, endpos=_END, most=0):
        found = self._scan(string, pos, endpos, _SEARCH, most)
        pos, endpos = max(pos, 0), min(max(endpos, 0), len(string))
        return [Match(self, string, places, pos, endpos) for places in found]

    def finditer(self, string, pos=0, endpos=_END):
        return iter(self._all(string, pos, endpos))

    def scanner(self, string, pos=0, endpos=_END):
        return _Scanner(self, string, pos, endpos)

    def findall(self, string, pos=0, endpos=_END):
        found = self._scan(string, pos, endpos, _SEARCH, 0)
        if self.groups < 2:
            at = 2 * self.groups
            return [string[places[at] : places[at + 1]] if places[at] >= 0 else string[:0] for places in found]
        groups = range(2, 2 * self.groups + 2, 2)
        return [
            tuple([string[places[at] : places[at + 1]] if places[at] >= 0 else string[:0] for at in groups])
            for places in found
        ]

    def split(self, string, maxsplit=0):
        parts, last = [], 0
        if maxsplit >= 0:
            for match in self._all(string, most=maxsplit):
                parts.append(string[last : match.start()])
                parts.extend(match.groups())
                last = match.end()
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        self._check(string)
        if not callable(repl):
            template = _template(self, repl)
        parts, last, number = [], 0, 0
        for match in self._all(string, most=count) if count >= 0 else []:
            parts.append(string[last : match.start()])
            parts.append(repl(match) if callable(repl) else _filled(template, match))
            last = match.end()
            number += 1
        parts.append(string[last:])
        return string[:0].join(parts), number

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return compile, (self.pattern, self.flags)

    def __repr__(self):
        flags = self.flags & ~UNICODE if isinstance(self.pattern, str) else self.flags
        pattern = f"{self.pattern!r:.200}"
        return f"re.compile({pattern}, {RegexFlag(flags)!r})" if flags else f"re.compile({pattern})"


def _template(pattern, template):
    """What takes the place of a match: texts, and the numbers of groups."""
    is_text = isinstance(template, str)
    mark = "\\" if is_text else b"\\"
    if mark not in template:
        return [template]
    source = template if is_text else template.decode("latin-1")
    parts = []
    at = 0
    while at < len(source):
        end = source.find("\\", at)
        if end < 0:
            end = len(source)
        if end > at:
            parts.append(source[at:end])
        if end < len(source):
            part, end = _escaped(pattern, source, end)
            parts.append(part)
        at = end
    return parts if is_text else [part.encode("latin-1") if isinstance(part, str) else part for part in parts]


def _filled(template, match):
    nothing = match.string[:0]
    return nothing.join([match._part(part, nothing) if isinstance(part, int) else part for part in template])


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = type(pattern), pattern, int(flags)
    known = _cache.get(key)
    if known is None:
        tree, state = _parse(pattern, int(flags))
        program = _program_of(tree, state.groups)
        known = Pattern(pattern, state.flags, state.groups, state.names, program)
        if len(_cache) >= 512:
            _cache.clear()
        _cache[key] = known
    return known


class _Scanner:
    """Finds one match after the other."""

    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._pos = pos
        self._endpos = endpos
        self._was_empty = False

    def match(self):
        return self._next(self.pattern.match, None)

    def search(self):
        return self._next(self.pattern.search, 1)

    def _next(self, find, step):
        if self._pos is None:
            return None
        found = find(self._string, self._pos, self._endpos)
        if found is not None and self._was_empty and found.end() == self._pos:
            # The same place is not found twice.
            found = find(self._string, self._pos + step, self._endpos) if step and self._pos < len(self._string) else None
        self._pos = None if found is None else found.end()
        self._was_empty = found is not None and found.start() == found.end()
        return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def purge():
    _cache.clear()


def escape(pattern):
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    if isinstance(pattern, str):
        return "".join([f"\\{c}" if c in special else c for c in pattern])
    return escape(pattern.decode("latin-1")).encode("latin-1")
