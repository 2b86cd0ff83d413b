"""The tree of a pattern as a program of `_sre`; `src/vm/matcher.rs` says what the instructions do."""

from re._parser import PatternError

_ACCEPT, _CHAR, _CHAR_OF_ANY_CASE, _ANY, _SET, _AT, _JUMP, _TRY, _MARK, _SAME = range(10)
_RUN, _START, _LOOP, _LOOK, _ONCE, _IF = range(10, 16)
_MOST = 0xFFFFFFFF


def program_of(tree, groups):
    """Its number of groups and of counters, then the instructions."""
    emitter = _Emitter()
    emitter.emit(tree)
    words = [groups, emitter.counters, *emitter.code, _ACCEPT]
    return b"".join([word.to_bytes(4, "little") for word in words])


class _Emitter:
    def __init__(self):
        self.code, self.counters = [], 0
        self.groups = {}

    def put(self, *words):
        """The place behind them."""
        self.code.extend(words)
        return len(self.code)

    def emit(self, node):
        getattr(self, f"_{node[0]}")(*node[1:])

    def _char(self, code, is_of_any_case):
        self.put(_CHAR_OF_ANY_CASE if is_of_any_case else _CHAR, code)

    def _any(self, is_all):
        self.put(_ANY, int(is_all))

    def _set(self, flags, ranges):
        self.put(_SET, flags, len(ranges))
        for each in ranges:
            self.put(*each)

    def _at(self, kind):
        self.put(_AT, kind)

    def _cat(self, nodes):
        for node in nodes:
            self.emit(node)

    def _alt(self, nodes):
        ends = []
        for node in nodes[:-1]:
            other = self.put(_TRY, 0) - 1
            self.emit(node)
            ends.append(self.put(_JUMP, 0) - 1)
            self.code[other] = len(self.code)
        self.emit(nodes[-1])
        for end in ends:
            self.code[end] = len(self.code)

    def _group(self, number, node):
        self.groups[number] = node
        self.put(_MARK, 2 * number)
        self.emit(node)
        self.put(_MARK, 2 * number + 1)

    def _same(self, number, is_of_any_case):
        self.put(_SAME, number, int(is_of_any_case))

    def _repeat(self, least, most, kind, node):
        while node[0] == "cat" and len(node[1]) == 1:
            node = node[1][0]
        if node[0] in ("char", "any", "set"):
            self.put(_RUN, least, most, kind)
            self.emit(node)
        elif kind == 2:
            self._once(("repeat", least, most, 0, node))
        elif (least, most) == (0, 1):
            self._alt([node, ("cat", [])] if kind == 0 else [("cat", []), node])
        else:
            counter = self.counters
            self.counters += 1
            start = self.put(_START, counter)
            end = self.put(_LOOP, counter, least, most, int(kind == 1), 0) - 1
            self.emit(node)
            self.put(_JUMP, start)
            self.code[end] = len(self.code)

    def _look(self, must_fail, is_behind, node):
        back = 0
        if is_behind:
            back, most = self.width(node)
            if back != most:
                raise PatternError("look-behind requires fixed-width pattern")
        end = self.put(_LOOK, int(must_fail), back, 0) - 1
        self.emit(node)
        self.code[end] = self.put(_ACCEPT)

    def _once(self, node):
        end = self.put(_ONCE, 0) - 1
        self.emit(node)
        self.code[end] = self.put(_ACCEPT)

    def _if(self, number, yes, no):
        other = self.put(_IF, number, 0) - 1
        self.emit(yes)
        end = self.put(_JUMP, 0) - 1
        self.code[other] = len(self.code)
        self.emit(no)
        self.code[end] = len(self.code)

    def width(self, node):
        """How many characters it takes at least and at most."""
        kind = node[0]
        if kind in ("char", "any", "set"):
            return 1, 1
        if kind in ("at", "look"):
            return 0, 0
        if kind == "cat":
            widths = [self.width(each) for each in node[1]]
            return sum([least for least, _ in widths]), sum([most for _, most in widths])
        if kind == "alt":
            widths = [self.width(each) for each in node[1]]
        elif kind == "if":
            widths = [self.width(node[2]), self.width(node[3])]
        elif kind == "repeat":
            least, most = self.width(node[4])
            return node[1] * least, node[2] * most
        elif kind == "same":
            return self.width(self.groups[node[1]]) if node[1] in self.groups else (0, _MOST)
        else:
            return self.width(node[-1])
        return min([least for least, _ in widths]), max([most for _, most in widths])
