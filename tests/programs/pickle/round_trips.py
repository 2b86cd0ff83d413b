"""What comes back is what was given, with what it shares and its circles."""

import pickle


def back(value):
    return pickle.loads(pickle.dumps(value))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def norm(self):
        return abs(self.x) + abs(self.y)

    class Inner:
        value = 3


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def function(x):
    return x + 1


values = [None, True, 5, -(2**80), 1.5, "text €", b"bytes", (1, (2,), ()), [1, [2]], {"a": {1, 2}}, range(3), ..., int, len, ValueError]
for value in values:
    print(back(value) == value, back(value))

point = back(Point(1, [2, 3]))
print(type(point) is Point, point.x, point.y, point == Point(1, [2, 3]))
print(back(function)(4), back(function) is function, back(Point) is Point, back(Point.Inner) is Point.Inner)
print(back(Point(3, -4).norm)(), back([1, 2].index)(2), back(Point.norm) is Point.norm)

items = [1]
items.append(items)
again = back(items)
print(again[0], again[1] is again)
names = {}
names["self"] = names
again = back(names)
print(again["self"] is again)
node = Node(1)
node.next = Node(2, node)
again = back(node)
print(again.next.value, again.next.next is again)
pair = ([],)
pair[0].append(pair)
again = back(pair)
print(again[0][0] is again)
shared = Point(0, 0)
one, two, three = back([shared, shared, (shared,)])
print(one is two, two is three[0])
print(back(object()).__class__ is object)
print(pickle.dumps(Point(1, 2), 4))
print(pickle.dumps([Point(1, 2), Point(3, "x"), Node("x", Point)], 5))
empty = Point(1, 2)
del empty.x, empty.y
print(pickle.dumps(empty, 5), vars(back(empty)))
vars(shared)["extra"] = 1
print(pickle.dumps(shared, 5), vars(back(shared)))

chain = None
for n in range(300):
    chain = Node(n, chain)
count, link = 0, back(chain)
while link is not None:
    count, link = count + 1, link.next
print(count)
