"""The text of a pattern as a tree.

Its nodes are tuples: ("char", code, is_of_any_case), ("any", whole), ("set", flags, ranges), ("at", kind),
("cat", nodes), ("alt", nodes), ("repeat", least, most, kind, node), ("group", number, node),
("same", number, is_of_any_case), ("look", must_fail, is_behind, node), ("once", node), ("if", number, yes, no).
"""


class RegexFlag(int):
    """Flags of a pattern."""

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __invert__(self):
        return RegexFlag(~int(self))

    def __repr__(self):
        names = [f"re.{name}" for name, value in _NAMES if int(self) & value]
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__


_NAMES = [
    ("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32), ("VERBOSE", 64),
    ("DEBUG", 128), ("ASCII", 256),
]  # fmt: skip
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
A = ASCII = RegexFlag(256)
NOFLAG = RegexFlag(0)

_i, _l, _m, _s, _u, _x, _a = 2, 4, 8, 16, 32, 64, 256
_LETTERS = {"i": _i, "L": _l, "m": _m, "s": _s, "u": _u, "x": _x, "a": _a}
_TYPES = _a | _l | _u
_ESCAPES = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_CATEGORIES = {"d": 0, "D": 1, "s": 2, "S": 3, "w": 4, "W": 5}
_HEX = {"x": 2, "u": 4, "U": 8}
_MOST = 0xFFFFFFFF
_ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ANY_CASE, _OF_ASCII = 2, 4


class PatternError(Exception):
    """What is wrong with a pattern, and where."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            self.lineno = text.count("\n", 0, pos) + 1
            self.colno = pos - text.rfind("\n", 0, pos)
            if "\n" in text:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


PatternError.__module__ = "re"


class _State:
    """What is known of a pattern while it is read."""

    def __init__(self, pattern, flags):
        self.pattern, self.flags = pattern, flags
        self.text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        self.at = self.groups = 0
        self.names, self.open = {}, set()
        # Groups that a condition asks for, and where.
        self.asked = {}
        # How deep in what looks behind.
        self.behind = 0

    def error(self, text, pos):
        return PatternError(text, self.pattern, pos)

    def next(self):
        return self.text[self.at : self.at + 1]

    def take(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def get(self):
        c = self.text[self.at : self.at + 1]
        self.at += 1
        return c

    def until(self, end, what):
        start = self.at
        found = self.text.find(end, start)
        if found < 0:
            if start == len(self.text):
                raise self.error(f"missing {what}", start)
            raise self.error(f"missing {end}, unterminated name", start)
        if found == start:
            raise self.error(f"missing {what}", start)
        self.at = found + len(end)
        return self.text[start:found]

    def check_name(self, name, at):
        if not name.isidentifier() or not (name.isascii() or isinstance(self.pattern, str)):
            raise self.error(f"bad character in group name {name!r}", at)
        return name

    def open_group(self, name, at):
        self.groups += 1
        if name is not None:
            known = self.names.get(name)
            if known is not None:
                text = f"redefinition of group name {name!r} as group {self.groups}; was group {known}"
                raise self.error(text, at)
            self.names[name] = self.groups
        self.open.add(self.groups)
        return self.groups

    def check_reference(self, group, at=None):
        if group in self.open and (at is not None or self.behind):
            raise self.error("cannot refer to an open group", self.at if at is None else at)
        if self.behind and group >= self.behind:
            raise self.error("cannot refer to group defined in the same lookbehind subpattern", self.at)


def parse(pattern, flags):
    """The tree of a pattern, and its flags and groups."""
    if isinstance(pattern, str):
        if flags & _l:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & _a and flags & _u:
            raise ValueError("ASCII and UNICODE flags are incompatible")
    elif flags & _u:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if flags & (_l | 128):
        name = "LOCALE" if flags & _l else "DEBUG"
        raise NotImplementedError(f"re.{name} is not supported by the playground")
    state = _State(pattern, flags)
    tree = _choice(state, flags if isinstance(pattern, str) else flags | _a, True)
    if state.at < len(state.text):
        raise state.error("unbalanced parenthesis", state.at)
    for group, at in state.asked.items():
        if group > state.groups:
            raise state.error(f"invalid group reference {group}", at)
    if isinstance(pattern, str) and not state.flags & _a:
        state.flags |= _u
    return tree, state


def _choice(state, flags, is_first=False):
    start = state.at
    branches = []
    while True:
        branch, flags = _sequence(state, flags, is_first and not branches)
        branches.append(branch)
        if not state.take("|"):
            break
    return branches[0] if len(branches) == 1 else ("alt", branches)


def _sequence(state, flags, is_first):
    """One branch; flags for all may stand at its very beginning."""
    start, nodes = state.at, []
    while True:
        here, c = state.at, state.next()
        if c == "" or c in "|)":
            return ("cat", nodes), flags
        state.at += 1
        if flags & _x:
            if c.isspace() and c in " \t\n\r\v\f":
                continue
            if c == "#":
                end = state.text.find("\n", state.at)
                state.at = len(state.text) if end < 0 else end + 1
                continue
        if c in "*+?{":
            bounds = _bounds(state, c)
            if bounds is not None:
                _repeat(state, nodes, here, *bounds)
                continue
        if c == "(":
            node = _group(state, flags, here, is_first and here == start)
            if isinstance(node, int):
                flags = node
                start = state.at
            elif node is not None:
                nodes.append(node)
        else:
            nodes.append(_item(state, flags, c, here))


def _bounds(state, c):
    if c != "{":
        return {"*": (0, _MOST), "+": (1, _MOST), "?": (0, 1)}[c]
    start = state.at
    if state.next() == "}":
        return None
    least = _digits(state)
    most = least
    if state.take(","):
        most = _digits(state)
    if not state.take("}"):
        state.at = start
        return None
    low = int(least) if least else 0
    high = int(most) if most else _MOST
    if low >= _MOST or most and high >= _MOST:
        raise OverflowError("the repetition number is too large")
    if high < low:
        raise state.error("min repeat greater than max repeat", start)
    return low, high


def _digits(state):
    start = state.at
    while state.next().isdigit() and state.next().isascii():
        state.at += 1
    return state.text[start : state.at]


def _repeat(state, nodes, here, least, most):
    if not nodes or nodes[-1][0] == "at":
        raise state.error("nothing to repeat", here)
    if nodes[-1][0] == "repeat":
        raise state.error("multiple repeat", here)
    kind = 0
    if state.take("?"):
        kind = 1
    elif state.take("+"):
        kind = 2
    nodes[-1] = ("repeat", least, most, kind, nodes[-1])


def _char(code, flags):
    if flags & _i:
        c = chr(code)
        lower = c.lower()
        if len(lower) == 1 and (c.isascii() or not flags & _a) and (lower != c or c.upper() != c):
            return ("char", ord(lower), True)
    return ("char", code, False)


def _set_flags(flags):
    return (_ANY_CASE if flags & _i else 0) | (_OF_ASCII if flags & _a else 0)


def _item(state, flags, c, here):
    if c == ".":
        return ("any", bool(flags & _s))
    if c == "^":
        return ("at", 1 if flags & _m else 0)
    if c == "$":
        return ("at", 4 if flags & _m else 3)
    if c == "[":
        return _set(state, flags, here)
    if c != "\\":
        return _char(ord(c), flags)
    c = state.get()
    if c == "":
        raise state.error("bad escape (end of pattern)", here)
    if c in "AZbB":
        return ("at", {"A": 0, "Z": 2, "b": 5, "B": 6}[c] + (2 if c in "bB" and flags & _a else 0))
    if c in _CATEGORIES:
        return ("set", _set_flags(flags), [(_CATEGORIES[c] | 1 << 31, 0)])
    if c in "123456789":
        more = state.next()
        if more in _DIGITS and more:
            third = state.text[state.at + 1 : state.at + 2]
            if c in "0123" and more in _OCTAL and third and third in _OCTAL:
                state.at += 2
                return _char(int(c + more + third, 8), flags)
            if c + more + third and c in _OCTAL and more in _OCTAL and third and third in _OCTAL:
                text = f"octal escape value \\{c}{more}{third} outside of range 0-0o377"
                raise state.error(text, here)
            state.at += 1
            c += more
        number = int(c)
        if number > state.groups:
            raise state.error(f"invalid group reference {number}", here + 1)
        state.check_reference(number, here)
        return ("same", number, bool(flags & _i))
    return _char(_escape(state, c, here), flags)


_DIGITS = "0123456789"
_OCTAL = "01234567"


def _escape(state, c, here):
    """The character that an escape means, in a set or outside."""
    if c in _HEX and (c == "x" or isinstance(state.pattern, str)):
        size = _HEX[c]
        digits = state.text[state.at : state.at + size]
        count = 0
        while count < len(digits) and digits[count] in "0123456789abcdefABCDEF":
            count += 1
        if count < size:
            raise state.error(f"incomplete escape \\{c}{digits[:count]}", here)
        state.at += size
        code = int(digits, 16)
        if code > 0x10FFFF:
            raise state.error(f"bad escape \\{c}{digits}", here)
        return code
    if c == "0":
        digits = "0"
        while len(digits) < 3 and state.next() and state.next() in _OCTAL:
            digits += state.get()
        return int(digits, 8)
    if c in _ESCAPES and c != "b":
        return _ESCAPES[c]
    if c in _ASCII_LETTERS or c in _DIGITS:
        raise state.error(f"bad escape \\{c}", here)
    return ord(c)


def _set(state, flags, here):
    ranges, is_negated = [], state.take("^")
    start = state.at
    while True:
        at, c = state.at, state.get()
        if c == "":
            raise state.error("unterminated character set", here)
        if c == "]" and at > start:
            break
        low = _member(state, c, at)
        if state.next() == "-":
            state.at += 1
            at_high, c = state.at, state.get()
            if c == "":
                raise state.error("unterminated character set", here)
            if c == "]":
                ranges.append(low)
                ranges.append((45, 45))
                break
            high = _member(state, c, at_high)
            text = f"bad character range {state.text[at:state.at]}"
            if low[0] >> 31 or high[0] >> 31 or high[0] < low[0]:
                raise state.error(text, at)
            ranges.append((low[0], high[0]))
        else:
            ranges.append(low)
    return ("set", _set_flags(flags) | is_negated, ranges)


def _member(state, c, at):
    if c != "\\":
        return ord(c), ord(c)
    c = state.get()
    if c in _CATEGORIES and c:
        return _CATEGORIES[c] | 1 << 31, 0
    if c == "b":
        return 8, 8
    if c and c in _OCTAL:
        digits = c
        while len(digits) < 3 and state.next() and state.next() in _OCTAL:
            digits += state.get()
        code = int(digits, 8)
        if code > 0o377:
            raise state.error(f"octal escape value \\{digits} outside of range 0-0o377", at)
        return code, code
    if c == "":
        raise state.error("bad escape (end of pattern)", at)
    code = _escape(state, c, at)
    return code, code


def _closed(state, here):
    if not state.take(")"):
        raise state.error("missing ), unterminated subpattern", here)


def _group(state, flags, here, may_be_global):
    """A node; nothing for a comment, and flags where they are for all."""
    name, at_name, number = None, here, True
    if state.take("?"):
        c = state.get()
        number = False
        if c == "":
            raise state.error("unexpected end of pattern", state.at - 1)
        if c == "P":
            at_name = state.at + 1
            if state.take("<"):
                name = state.check_name(state.until(">", "group name"), at_name)
                number = True
            elif state.take("="):
                name = state.check_name(state.until(")", "group name"), at_name)
                group = state.names.get(name)
                if group is None:
                    raise state.error(f"unknown group name {name!r}", at_name)
                state.check_reference(group, at_name)
                return ("same", group, bool(flags & _i))
            else:
                c = state.get()
                if c == "":
                    raise state.error("unexpected end of pattern", state.at - 1)
                raise state.error(f"unknown extension ?P{c}", here + 1)
        elif c == "#":
            end = state.text.find(")", state.at)
            if end < 0:
                raise state.error("missing ), unterminated comment", here)
            state.at = end + 1
            return None
        elif c in "=!<":
            return _look(state, flags, c, here)
        elif c == "(":
            return _condition(state, flags, here)
        elif c == ">":
            node = _choice(state, flags)
            _closed(state, here)
            return ("once", node)
        elif c in _LETTERS or c == "-":
            flags, is_global = _flags(state, flags, c, here, may_be_global)
            if is_global:
                return flags
        elif c != ":":
            raise state.error(f"unknown extension ?{c}", here + 1)
    group = state.open_group(name, at_name) if number else None
    node = _choice(state, flags)
    _closed(state, here)
    state.open.discard(group)
    return ("group", group, node) if group is not None else ("cat", [node])


def _look(state, flags, c, here):
    is_behind = c == "<"
    if is_behind:
        c = state.get()
        if c == "":
            raise state.error("unexpected end of pattern", state.at - 1)
        if c not in "=!":
            raise state.error(f"unknown extension ?<{c}", here + 1)
        known, state.behind = state.behind, state.behind or state.groups + 1
    node = _choice(state, flags)
    if is_behind:
        state.behind = known
    _closed(state, here)
    return ("look", c == "!", is_behind, node)


def _condition(state, flags, here):
    at = state.at
    name = state.until(")", "group name")
    if name.isdecimal() and name.isascii():
        group = int(name)
        if group == 0:
            raise state.error("bad group number", at)
        state.asked.setdefault(group, at)
    else:
        group = state.names.get(state.check_name(name, at))
        if group is None:
            raise state.error(f"unknown group name {name!r}", at)
    state.check_reference(group)
    yes, flags = _sequence(state, flags, False)
    no = ("cat", [])
    if state.take("|"):
        no, flags = _sequence(state, flags, False)
        if state.next() == "|":
            raise state.error("conditional backref with more than two branches", state.at)
    _closed(state, here)
    return ("if", group, yes, no)


def _flags(state, flags, c, here, may_be_global):
    """`(?i)` and `(?i-s:`: the flags, and whether they are for all."""
    is_text = isinstance(state.pattern, str)
    added = removed = 0
    while c in _LETTERS and c:
        flag = _LETTERS[c]
        at = state.at
        if c == "L" and is_text:
            raise state.error("bad inline flags: cannot use 'L' flag with a str pattern", at)
        if c == "u" and not is_text:
            raise state.error("bad inline flags: cannot use 'u' flag with a bytes pattern", at)
        added |= flag
        if flag & _TYPES and added & _TYPES != flag:
            raise state.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at)
        c = state.get()
    if c == ")":
        if not may_be_global:
            raise state.error("global flags not at the start of the expression", here)
        state.flags |= added
        return flags | added, True
    if c == "-":
        c = state.get()
        if c == "":
            raise state.error("missing flag", state.at - 1)
        if c not in _LETTERS:
            raise state.error("unknown flag" if c.isalpha() else "missing flag", state.at - 1)
        while c in _LETTERS and c:
            if _LETTERS[c] & _TYPES:
                text = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'"
                raise state.error(text, state.at)
            removed |= _LETTERS[c]
            c = state.get()
    if c != ":":
        if c == "":
            raise state.error("missing -, : or )" if not removed else "missing :", state.at - 1)
        text = "unknown flag" if c.isalpha() else "missing :" if removed else "missing -, : or )"
        raise state.error(text, state.at - 1)
    if added & removed:
        raise state.error("bad inline flags: flag turned on and off", state.at - 1)
    if added & _TYPES:
        flags &= ~_TYPES
    return (flags | added) & ~removed, False


def escaped(pattern, source, at):
    """What the escape at this place of a template means, a text or the number of a group; where it ends."""

    def error(text, pos):
        return PatternError(text, source, pos)

    c = source[at + 1 : at + 2]
    end = at + 2
    if c == "":
        raise error("bad escape (end of pattern)", at)
    if c == "g":
        if source[end : end + 1] != "<":
            raise error("missing <", end)
        close = source.find(">", end)
        if close < 0:
            text = "missing group name" if end + 1 == len(source) else "missing >, unterminated name"
            raise error(text, end + 1)
        name = source[end + 1 : close]
        if not name:
            raise error("missing group name", end + 1)
        if name.isdecimal() and name.isascii():
            group = int(name)
            if group > pattern.groups:
                raise error(f"invalid group reference {group}", end + 1)
            return group, close + 1
        if not name.isidentifier():
            raise error(f"bad character in group name {name!r}", end + 1)
        if name not in pattern.groupindex:
            raise IndexError(f"unknown group name {name!r}")
        return pattern.groupindex[name], close + 1
    if c in _DIGITS:
        digits = source[at + 1 : at + 4]
        count = 1
        while count < len(digits) and digits[count] in _DIGITS:
            count += 1
        digits = digits[:count]
        is_octal = [digit for digit in digits if digit not in _OCTAL] == []
        if c == "0":
            count = 1
            while count < min(len(digits), 3) and digits[count] in _OCTAL:
                count += 1
            return chr(int(digits[:count], 8)), at + 1 + count
        if count == 3 and is_octal:
            code = int(digits, 8)
            if code > 0o377:
                raise error(f"octal escape value \\{digits} outside of range 0-0o377", at)
            return chr(code), at + 4
        digits = digits[:2]
        if int(digits) > pattern.groups:
            raise error(f"invalid group reference {int(digits)}", at + 1)
        return int(digits), at + 1 + len(digits)
    if c in _ESCAPES:
        return chr(_ESCAPES[c]), end
    if c in _ASCII_LETTERS:
        raise error(f"bad escape \\{c}", at)
    return f"\\{c}", end
