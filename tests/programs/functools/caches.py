from functools import cache, cached_property, lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_parameters(), fib.__name__, fib.__wrapped__(3))
fib.cache_clear()
print(fib.cache_info())


@lru_cache(maxsize=2)
def square(n, /, *, power=2):
    print("computes", n)
    return n**power


print([square(n) for n in (1, 2, 1, 3, 2, 1)], square.cache_info())
print(square(1, power=3), square(1, power=3), square(1.0), square.cache_info())
hits, misses, maxsize, currsize = square.cache_info()
print(hits, misses, maxsize, currsize, square.cache_info().hits, square.cache_info()[1])


@lru_cache
def plain(*args, **kwargs):
    return args, kwargs


print(plain(1, 2), plain(a=1), plain(1, 2), plain.cache_info())


@lru_cache(maxsize=0)
def never(n):
    return n


print(never(1), never(1), never.cache_info())


@lru_cache(typed=True)
def typed(n):
    return type(n).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())


@cache
def unhashable(items):
    return len(items)


try:
    unhashable([1])
except TypeError as error:
    print(str(error)[:16])


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        """Computed once."""
        print("computes")
        return 3 * self.radius**2

    @lru_cache
    def times(self, n):
        return self.radius * n


circle = Circle(2)
print(circle.area, circle.area, "area" in circle.__dict__, Circle.area.__doc__)
del circle.area
circle.radius = 3
print(circle.area, circle.times(4))
circle.area = 5
print(circle.area)
try:
    lru_cache(maxsize="x")
except TypeError as error:
    print(error)
