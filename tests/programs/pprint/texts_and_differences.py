import difflib, pprint, random
from collections import defaultdict, Counter, deque
from dataclasses import dataclass
from types import SimpleNamespace
r = random.Random(4)
words = "alpha beta gamma delta epsilon zeta eta theta".split()
for _ in range(25):
    a = [" ".join(r.choice(words) for _ in range(r.randrange(1, 6))) for _ in range(r.randrange(5))]
    b = list(a)
    for _ in range(r.randrange(4)):
        k = r.randrange(3)
        if k == 0 and b: i = r.randrange(len(b)); b[i] = b[i].replace("a", "o", 1)
        elif k == 1: b.insert(r.randrange(len(b) + 1), " ".join(r.choice(words) for _ in range(3)))
        elif b: del b[r.randrange(len(b))]
    print(list(difflib.ndiff(a, b)), list(difflib.unified_diff(a, b, "x", "y", lineterm="")), round(difflib.SequenceMatcher(None, a, b).ratio(), 4))
    s = difflib.SequenceMatcher(None, " ".join(a), " ".join(b)); print(s.get_opcodes(), s.get_matching_blocks()[:2], s.quick_ratio(), s.real_quick_ratio())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
print("".join(difflib.ndiff("one\ntwo\nthree\n".splitlines(True), "ore\ntree\nemu\n".splitlines(True))))
@dataclass
class P:
    x: int
    name: str
    items: list
for w in (20, 40, 80):
    for o in [list(range(30)), {"a": 1, "b": [1, 2, 3] * 8, "c": {"d": {"e": "f" * 30}}}, tuple("abc" * 10), {5, 3, 1}, frozenset(range(30)), "a long string with many words " * 4, ["line one\nline two\nline three is longer than others"], {i: str(i) * 5 for i in range(8)}, (1,), [], {}, set(), defaultdict(int, {"x" * 12: 1, "y": 2}), Counter("hello world" * 2), deque(range(20)), SimpleNamespace(alpha=1, beta="x" * 30), P(1, "n" * 20, list(range(12))), [P(1, "a", [])], {1: [P(2, "b" * 30, [1])]}, [[[[1, [2, [3]]]]]], {"z": 1, "a": 2, 3: 4} if False else {"z": None}]:
        print(pprint.pformat(o, width=w)); print(pprint.pformat(o, width=w, compact=True, indent=2, depth=3, sort_dicts=False))
pprint.pprint({"b": 1, "a": 2}); pprint.pp({"b": 1, "a": 2}); print(pprint.saferepr([1, {"x": ()}]), pprint.isreadable([1]), pprint.isrecursive([1]))
l = [1]; l.append(l); print(pprint.isrecursive(l), pprint.pformat(l).startswith("[1, <Recursion on list with id="))
print(pprint.pformat(123456789, underscore_numbers=True))
