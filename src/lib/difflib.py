"""How sequences differ."""

from collections import namedtuple as _namedtuple

Match = _namedtuple("Match", "a b size")


class SequenceMatcher:
    """Looks for the longest parts that two sequences have in common."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a = a
        self._blocks = self._opcodes = None

    def set_seq2(self, b):
        self.b = b
        self._blocks = self._opcodes = None
        places = {}
        for at, item in enumerate(b):
            places.setdefault(item, []).append(at)
        self.bjunk = {item for item in places if self.isjunk is not None and self.isjunk(item)}
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            self.bpopular = {item for item, at in places.items() if len(at) > most and item not in self.bjunk}
        self.b2j = {item: at for item, at in places.items() if item not in self.bjunk and item not in self.bpopular}

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        i, j, size = alo, blo, 0
        lengths = {}
        for at in range(alo, ahi):
            new = {}
            for other in self.b2j.get(a[at], ()):
                if other < blo:
                    continue
                if other >= bhi:
                    break
                length = new[other] = lengths.get(other - 1, 0) + 1
                if length > size:
                    i, j, size = at - length + 1, other - length + 1, length
            lengths = new
        for is_junk in (False, True):
            while i > alo and j > blo and (b[j - 1] in junk) == is_junk and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while i + size < ahi and j + size < bhi and (b[j + size] in junk) == is_junk and a[i + size] == b[j + size]:
                size += 1
        return Match(i, j, size)

    def get_matching_blocks(self):
        if self._blocks is not None:
            return self._blocks
        left, found = [(0, len(self.a), 0, len(self.b))], []
        while left:
            alo, ahi, blo, bhi = left.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    left.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    left.append((i + size, ahi, j + size, bhi))
        found.sort()
        joined, last = [], (0, 0, 0)
        for i, j, size in found:
            if last[0] + last[2] == i and last[1] + last[2] == j:
                last = (last[0], last[1], last[2] + size)
            else:
                if last[2]:
                    joined.append(last)
                last = (i, j, size)
        if last[2]:
            joined.append(last)
        joined.append((len(self.a), len(self.b), 0))
        self._blocks = [Match(*each) for each in joined]
        return self._blocks

    def get_opcodes(self):
        if self._opcodes is None:
            i = j = 0
            self._opcodes = []
            for at, other, size in self.get_matching_blocks():
                tag = "replace" if i < at and j < other else "delete" if i < at else "insert" if j < other else ""
                if tag:
                    self._opcodes.append((tag, i, at, j, other))
                i, j = at + size, other + size
                if size:
                    self._opcodes.append(("equal", at, i, other, j))
        return self._opcodes

    def get_grouped_opcodes(self, n=3):
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return _ratio(sum([size for _, _, size in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        counts, matches = {}, 0
        for item in self.b:
            counts[item] = counts.get(item, 0) + 1
        for item in self.a:
            if counts.get(item, 0) > 0:
                matches += 1
            counts[item] = counts.get(item, 0) - 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for each in possibilities:
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), each))
    return [each for _, each in sorted(found, reverse=True)[:n]]


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#")


class Differ:
    """Tells in lines how lines differ, and where within a line."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "insert":
                yield from _marked("+", b, blo, bhi)
            else:
                yield from _marked("-" if tag == "delete" else " ", a, alo, ahi)

    def _plainly(self, a, alo, ahi, b, blo, bhi):
        if bhi - blo < ahi - alo:
            yield from _marked("+", b, blo, bhi)
            yield from _marked("-", a, alo, ahi)
        else:
            yield from _marked("-", a, alo, ahi)
            yield from _marked("+", b, blo, bhi)

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        best, cutoff, same = 0.74, 0.75, None
        matcher = SequenceMatcher(self.charjunk)
        pair = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    same = same or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        if best < cutoff:
            if same is None:
                yield from self._plainly(a, alo, ahi, b, blo, bhi)
                return
            pair = same
        else:
            same = None
        i, j = pair
        yield from self._helped(a, alo, i, b, blo, j)
        if same is None:
            matcher.set_seqs(a[i], b[j])
            old = new = ""
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                before, behind = {"replace": "^^", "delete": "-?", "insert": "?+", "equal": "  "}[tag]
                old, new = old + before * (i2 - i1), new + behind * (j2 - j1)
            yield from _hinted(a[i], b[j], old, new)
        else:
            yield f"  {a[i]}"
        yield from self._helped(a, i + 1, ahi, b, j + 1, bhi)

    def _helped(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            return self._replaced(a, alo, ahi, b, blo, bhi)
        return _marked("-", a, alo, ahi) if alo < ahi else _marked("+", b, blo, bhi)


def _marked(mark, lines, low, high):
    for at in range(low, high):
        yield f"{mark} {lines[at]}"


def _hinted(old_line, new_line, old, new):
    yield f"- {old_line}"
    if old.strip():
        yield f"? {_kept(old_line, old)}\n"
    yield f"+ {new_line}"
    if new.strip():
        yield f"? {_kept(new_line, new)}\n"


def _kept(line, marks):
    """Tabs of the line stay tabs, so that marks stand below what they mark."""
    return "".join([c if mark == " " and c.isspace() else mark for c, mark in zip(line, marks)]).rstrip()


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def _range(start, stop):
    length = stop - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    is_first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if is_first:
            is_first = False
            yield f"--- {fromfile}{chr(9) + fromfiledate if fromfiledate else ''}{lineterm}"
            yield f"+++ {tofile}{chr(9) + tofiledate if tofiledate else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield f" {line}"
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield f"-{line}"
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield f"+{line}"


def restore(delta, which):
    marks = ("  ", "- " if int(which) == 1 else "+ ")
    for line in delta:
        if line[:2] in marks:
            yield line[2:]
