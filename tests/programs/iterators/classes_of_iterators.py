print(type(enumerate([])) is enumerate, type(zip()) is zip, type(map(str, [])) is map)
print(isinstance(filter(None, []), filter), isinstance(map(str, []), (zip, filter)), issubclass(map, object))
print([kind.__name__ for kind in (enumerate, zip, map, filter, reversed)], zip, map)
print(type(reversed("ab")) is reversed, type(reversed([])) is reversed, callable(map))


def numbers():
    yield 1


for made in (map(str, numbers()), filter(None, numbers()), zip(numbers()), enumerate(numbers())):
    print(type(made).__name__, type(made) in (map, filter, zip, enumerate), iter(made) is made, made.__next__())
print({map: 1, zip: 2}[zip], list(map(zip, ["a"])) != [], type(iter(int, 1)).__name__)
