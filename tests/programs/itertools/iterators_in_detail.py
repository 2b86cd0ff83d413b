import itertools as it
import operator


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


L = list
print(L(it.accumulate([])), L(it.accumulate([3, 1, 2], max)), L(it.accumulate([1, 2], initial=5)), L(it.accumulate("abc")), L(it.accumulate([1, 2, 3], operator.mul)))
print(L(it.chain()), L(it.chain("a", [1], ())), L(it.chain.from_iterable([[1], (2,)])), L(it.compress("abcd", [1, 0, 1])), L(it.islice(it.count(1.5, 2), 3)), L(it.islice(it.count(-3), 2, 8, 3)))
print(L(it.combinations(range(4), 3)), L(it.combinations("ab", 3)), L(it.combinations("ab", 0)), L(it.combinations_with_replacement("ab", 2)), L(it.permutations(range(3), 2)), L(it.permutations("abc"))[:4], L(it.permutations([], 0)))
print(L(it.product("ab", [1, 2])), L(it.product()), L(it.product("ab", repeat=0)), L(it.product([], "a")), len(L(it.product(range(3), repeat=3))))
print(L(it.islice(it.cycle("ab"), 5)), L(it.cycle("")), L(it.repeat("x", 3)), L(it.repeat("x", -1)), L(map(pow, it.repeat(2), range(4))))
print(L(it.dropwhile(str.islower, "abCde")), L(it.takewhile(str.islower, "abCde")), L(it.filterfalse(None, [0, 1, "", "a"])), L(it.filterfalse(str.isdigit, "a1b")))
print([(key, L(group)) for key, group in it.groupby("aAbB", str.lower)], [key for key, _ in it.groupby([1, 1, 2, 1])], L(it.groupby([])))
groups = it.groupby("aabb")
first = next(groups)[1]
next(groups)
print(L(first))
print(L(it.pairwise("abc")), L(it.pairwise("a")), L(it.starmap(operator.add, [(1, 2), ("a", "b")])), L(it.zip_longest("abc", [1], fillvalue=0)), L(it.zip_longest()), L(it.zip_longest("a", "bc")))
a, b, c = it.tee(iter("xyz"), 3)
print(next(a), next(a), L(b), L(a), next(c), it.tee([], 0))
source = iter(range(10))
print(L(it.islice(source, 3)), next(source), L(it.islice(source, None)), L(it.islice("abc", 1)), L(it.islice("abcd", 1, None)), L(it.islice("abc", 0)))
counter = it.count(5)
print(next(counter), next(counter))
tried(lambda: it.islice("a", -1), lambda: it.islice("a", "b"), lambda: it.combinations("a", -1), lambda: it.permutations("a", -1), lambda: it.count("a"), lambda: it.product("a", repeat=-1), lambda: it.tee([], -1), lambda: it.chain(1).__next__(), lambda: next(it.accumulate(5)), lambda: L(it.pairwise(3)))


def gen():
    yield 1
    raise ValueError("late")


tried(lambda: L(it.chain(gen(), [2])), lambda: L(it.islice(gen(), 1)), lambda: L(zip(gen(), "ab", strict=True)))
flat = it.chain.from_iterable(it.repeat("ab", 2))
print("".join(flat), sum(1 for _ in it.takewhile(lambda n: n < 50, (n * n for n in it.count()))))
