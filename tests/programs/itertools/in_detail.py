# Each function is a program of its own.
import itertools as it


def take(n, iterable):
    return list(it.islice(iterable, n))


def endless():
    print(take(3, it.count()), take(3, it.count(5, -2)), take(3, it.count(0.5, 0.25)), take(5, it.cycle("ab")), take(2, it.cycle([])), list(it.repeat(7, 3)), take(2, it.repeat(None)))


def shapes():
    print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable([[1], [2, 3]])), list(it.compress("abcd", [1, 0, 1])), list(it.zip_longest("ab", "xyz", fillvalue="-")), list(it.zip_longest()))
    print(list(it.islice(range(10), 2, 8, 3)), list(it.islice("abcdef", 4)), list(it.islice("abc", 1, None)), list(it.pairwise("abcd")), list(it.pairwise([1])))
    print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate([])), list(it.starmap(pow, [(2, 3), (3, 2)])))
    print(list(it.takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.filterfalse(None, [0, 1, "", "a"])))
    for bad in (lambda: list(it.islice([1], -1)), lambda: list(it.islice([1], 0, 1, 0)), lambda: it.count("x"), lambda: it.combinations("ab", -1), lambda: it.repeat(), lambda: list(it.chain(5))):
        try:
            print(bad())
        except (ValueError, TypeError) as error:
            print(type(error).__name__)


def counting():
    print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()), list(it.product("a", [])))
    print(list(it.permutations("abc", 2)), len(list(it.permutations(range(5)))), list(it.permutations("a", 2)))
    print(list(it.combinations("abcd", 2)), list(it.combinations("ab", 0)), list(it.combinations_with_replacement("abc", 2)))


def groups():
    print([(key, list(group)) for key, group in it.groupby("aabbca")], [(key, len(list(group))) for key, group in it.groupby([1, 3, 2, 5], key=lambda x: x % 2)])
    grouped = it.groupby("aab")
    key, group = next(grouped)
    next(grouped)
    print(key, list(group))


def tees():
    a, b, c = it.tee(iter(range(4)), 3)
    print(next(a), next(a), list(b), list(a), list(c), it.tee([], 0))

    def noisy():
        for number in range(3):
            print("made", number)
            yield number

    a, b = it.tee(noisy())
    print(next(a), next(b), next(b), list(a))


def laziness():
    def noisy(name):
        for number in range(3):
            print(name, number)
            yield number

    print(next(it.chain(noisy("a"), noisy("b"))), next(it.islice(noisy("c"), 1, 2)), next(zip(noisy("d"), noisy("e"))), next(map(lambda x, y: x + y, noisy("f"), noisy("g"))))
    iterator = iter([1, 2, 3])
    print(list(it.takewhile(lambda x: x < 2, iterator)), list(iterator))


for program in (endless, shapes, counting, groups, tees, laziness):
    print("#", program.__name__)
    program()
