import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.sub(5, 3), operator.mul(2, 3), operator.truediv(1, 2), operator.floordiv(7, 2))
print(operator.mod(7, 3), operator.pow(2, 5), operator.lt(1, 2), operator.ge(1, 2), operator.eq(1, 1.0), operator.ne(1, 2))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.neg(3), operator.inv(0))
print(operator.not_([]), operator.truth([0]), operator.is_(None, None), operator.contains([1], 1), operator.getitem("abc", 1))
items = [1, 2]
operator.setitem(items, 0, 9)
operator.delitem(items, 1)
print(items, operator.concat([1], [2]), operator.countOf([1, 1, 2], 1), operator.indexOf([1, 2], 2))
people = [("Ada", 36), ("Bob", 25)]
print(sorted(people, key=itemgetter(1)), itemgetter(0, 1)("xyz"), itemgetter(1, 0)(people[0]))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def plus(self, n, times=1):
        return self.x + n * times


point = Point(1, Point(2, 3))
print(attrgetter("x")(point), attrgetter("y.x", "x")(point), methodcaller("plus", 2, times=3)(point))
print(methodcaller("upper")("abc"), operator.iadd([1], [2]), operator.index(5), operator.call(max, 1, 2))
print(itemgetter(1), itemgetter(1, "a"), attrgetter("x", "y"), methodcaller("f", 1, b=2))
for bad in [lambda: operator.indexOf([], 1), lambda: itemgetter(5)([]), lambda: attrgetter("z")(point), lambda: attrgetter(1)]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
