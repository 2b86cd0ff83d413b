import itertools
from itertools import accumulate, chain, count, cycle, islice, repeat, zip_longest


def take(n, iterable):
    return list(islice(iterable, n))


print(take(3, count()), take(3, count(5)), take(4, count(10, -3)), take(3, count(0.5, 0.25)), take(2, count(1, 0)))
print(take(2, count(10**20)), take(5, cycle("ab")), list(cycle("")), list(repeat(1, 3)), take(2, repeat("x")))
numbers = count(1)
print(next(numbers), next(numbers), [next(numbers) for _ in range(3)])
print(list(chain([1], (2, 3), "ab")), list(chain()), list(chain.from_iterable([[1], [2, 3]])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([])))
print(list(accumulate([1, 2], initial=10)), list(accumulate([], initial=7)), list(accumulate("abc")))
print(list(itertools.compress("ABCDEF", [1, 0, 1, 0, 1])), list(itertools.pairwise("abcd")), list(itertools.pairwise("a")))
print(list(itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(itertools.filterfalse(lambda x: x % 2, range(6))), list(itertools.filterfalse(None, [0, 1, ""])))
print(list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1, 2, 3])), list(zip_longest([1], [], fillvalue=0)))
print(list(zip_longest()), list(islice("abcdefg", 2)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 1, 6, 2)))
print(list(islice("abc", None)), list(islice("abc", 0)), list(islice("abc", 5, 9)))
iterator = iter(range(10))
print(list(islice(iterator, 1, 3)), next(iterator), list(islice(iterator, 0, 3, 2)), next(iterator))
print([(key, list(group)) for key, group in itertools.groupby("aaabbca")])
print([(key, list(group)) for key, group in itertools.groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
print([key for key, group in itertools.groupby("aabbb")])
groups = list(itertools.groupby("aab"))
print([(key, list(group)) for key, group in groups])
print([(key, next(group)) for key, group in itertools.groupby("aaabbb")])
a, b, c = itertools.tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c), itertools.tee([], 0))
for bad in [
    lambda: islice([], -1), lambda: islice([], 1, 2, 0), lambda: islice([], "x"), lambda: count("x"),
    lambda: itertools.combinations([1], -1), lambda: chain.from_iterable(1), lambda: cycle(5),
    lambda: itertools.product(repeat=-1), lambda: itertools.permutations([1], "x"), lambda: itertools.tee([], -1),
]:
    try:
        list(bad())
        print("nothing")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
