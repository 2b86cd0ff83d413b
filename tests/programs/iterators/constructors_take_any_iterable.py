class Bag:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


def generated(items):
    for item in items:
        yield item


numbers = [104, 105, 104]
pairs = [(1, 2), "ab", [3, 4]]
for wrap in (iter, generated, Bag, tuple, lambda items: map(lambda x: x, items), lambda items: filter(None, items)):
    print(bytes(wrap(numbers)), list(wrap(numbers)), tuple(wrap(numbers)), sorted(set(wrap(numbers))))
    print(dict(wrap(pairs)), dict.fromkeys(wrap(numbers), 0), dict(wrap(pairs), a=0, z=9))
    print(int.from_bytes(wrap(numbers), "big"), b"-".join(wrap([b"a", b"b"])), "-".join(wrap(["a", "b"])))
    print(sum(wrap(numbers)), min(wrap(numbers)), max(wrap(numbers)), sorted(wrap(numbers), reverse=True))
    target, mapping, items = [1], {}, {1}
    target.extend(wrap(numbers))
    target += wrap(numbers)
    target[:1] = wrap(numbers)
    mapping.update(wrap(pairs))
    mapping |= wrap([(5, 6)])
    items.update(wrap(numbers), wrap([7]))
    print(target, mapping, sorted(items))
    items.difference_update(wrap([104]), wrap([7]))
    items.intersection_update(wrap([1, 105]), wrap([1, 2]))
    print(items, {1, 104}.isdisjoint(wrap(numbers)), {104, 105}.issuperset(wrap(numbers)), {104}.issubset(wrap(numbers)))
    print(sorted({1, 2}.union(wrap([3]))), {1, 2}.difference(wrap([1])), {1, 2}.intersection(wrap([1])))
for source in (5, 5.5, None, "ab", iter("ab"), [256], generated([-1])):
    try:
        print(bytes(source))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for source in ("ab", 5, [300]):
    try:
        print(int.from_bytes(source, "big"))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
