"""Closures: functions that make functions, counters with nonlocal, composition and memoization."""


def counter(step):
    count = 0

    def increase():
        nonlocal count
        count += step
        return count

    return increase


def adder(amount):
    return lambda value: value + amount


def compose(outer, inner):
    def composed(value):
        return outer(inner(value))

    return composed


def memoized(function):
    known = {}

    def look_up(key):
        if key not in known:
            known[key] = function(key)
        return known[key]

    return look_up


def digit_sum(number):
    total = 0
    while number > 0:
        total += number % 10
        number //= 10
    return total


def task(worker, workers, n: int = 150_000):
    tick, skip = counter(1), counter(3)
    functions = [compose(adder(i), lambda value, i=i: value * i % 1_000) for i in range(1, 6)]
    sum_of_digits = memoized(digit_sum)
    total = 0
    for i in range(n):
        function = functions[i % len(functions)]
        total += function(tick()) + sum_of_digits(i % 500)
        if total % 2 == 0:
            total += skip()
    return f"{total} {tick()} {skip()}"
