import functools
from functools import partial, reduce, wraps


def traced(function):
    """Decorates."""

    @wraps(function)
    def wrapper(*args, **kwargs):
        print("calls", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@traced
def area(width, height=2):
    """Of a rectangle."""
    return width * height


area.unit = "cm"
print(area(3), area(3, height=4), area.__name__, area.__doc__, area.__wrapped__(5), area.__qualname__)


def other():
    pass


print(functools.update_wrapper(other, area) is other, other.__name__, other.unit, other.__wrapped__ is area)
double = partial(area, height=2)
print(double(4), partial(print, "a", sep="-")("b"), double.func is area, double.args, double.keywords)
print(partial(partial(pow, 2), 3).args, partial(int, base=2)("101"), partial(max, 5)(3, 9))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7), reduce(lambda a, b: a - b, [1, 2], 10))
for bad in [lambda: reduce(lambda a, b: a, []), lambda: partial(1)]:
    try:
        bad()
    except TypeError as error:
        print(error)


def compare(a, b):
    return (a > b) - (a < b)


print(sorted([3, 1, 2], key=functools.cmp_to_key(compare)), sorted("bca", key=functools.cmp_to_key(lambda a, b: compare(b, a))))
print(max([3, 1, 2], key=functools.cmp_to_key(compare)))


@functools.total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


one, two = Version(1), Version(2)
print(one < two, one <= two, one > two, one >= two, one >= Version(1), one != two, min(two, one) is one)


@functools.singledispatch
def show(value):
    return "something"


@show.register(int)
def _(value):
    return f"the number {value}"


@show.register(list)
def _(value):
    return f"a list of {len(value)}"


print(show(1), show(True), show([1, 2]), show("x"), show.dispatch(int) is show.registry[int])
