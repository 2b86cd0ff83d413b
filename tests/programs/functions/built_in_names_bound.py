# A built-in's name may be bound for a while, by the module or by a function.


def count(of):
    return len(of)


def bind():
    global abs
    abs = lambda number: "bound"


def own(len):
    return len("argument")


def local():
    sum = count
    return sum([1, 2, 3])


print(count("abc"), len("abcd"), abs(-1), own(repr), local(), sum([1, 2, 3]))
len = lambda of: -1
print(count("abc"), len("abcd"))
del len
print(count("abc"), len("abcd"))
bind()
print(abs(-1))
del abs
print(abs(-1))
for max in [min, repr]:
    print(max("ba"))
print([min(2, 1) for min in [lambda a, b: "own"]], min(2, 1))


def unbound():
    items.append(1)
    items = []


try:
    unbound()
except UnboundLocalError as error:
    print(error)
missing = 3
try:
    missing.append(len("abc"))
except AttributeError as error:
    print(error)
