from collections import ChainMap, Counter, OrderedDict, defaultdict

c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), len(c), "z" in c, c.total(), sum(c.values()))
c.update("zz")
c.update({"a": 1}, b=2)
c["new"] += 1
print(c, sorted(c.elements())[:5], sorted(c.items()))
c.subtract("ab")
del c["new"], c["missing"]
print(c["a"], c["b"], dict(c) == {"a": 5, "b": 3, "r": 2, "c": 1, "d": 1, "z": 2})
one, two = Counter(a=3, b=1), Counter(a=1, b=2)
print(one + two, one - two, one & two, one | two, +Counter(a=-1, b=1), -Counter(a=-1, b=1))
one += two
print(one, one == Counter(a=4, b=3), Counter() == Counter(a=0), Counter(a=1) <= Counter(a=2), Counter(), one.copy())
print([word for word, n in Counter("the cat and the dog and the cow".split()).most_common()])
groups = defaultdict(list)
for word in ["apple", "bob", "avocado", "cat", "bee"]:
    groups[word[0]].append(word)
print(groups, dict(groups), groups.get("z"), "z" in groups, len(groups), groups["q"], list(groups))
totals = defaultdict(int, a=1)
totals["b"] += 5
totals["a"] += 1
print(totals, sorted(totals.items()), totals == {"a": 2, "b": 5}, totals.pop("a"), totals.setdefault("x", 3), totals)
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print(nested["x"]["y"], nested["x"], {**totals}, totals.default_factory is int)
for bad in [lambda: defaultdict()[1], lambda: defaultdict(5), lambda: OrderedDict().popitem()]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
o = OrderedDict([("a", 1), ("b", 2)])
o["c"] = 3
o.move_to_end("a")
print(list(o), list(o.items()), o.popitem(), o.popitem(last=False), list(o), o == {"c": 3}, o != OrderedDict(c=3))
o.move_to_end("c", last=False)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m["a"], m["b"], m, len(m), sorted(m), "z" in m, m.get("z", 0), m.new_child({"a": 0})["a"], m.parents)
