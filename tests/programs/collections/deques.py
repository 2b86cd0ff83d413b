from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], list(d), bool(d), 3 in d, 9 in d, d.maxlen)
print(d.pop(), d.popleft(), d)
d.extend([5, 6])
d.extendleft([7, 8])
print(d, d.index(5), d.count(5), d == deque([8, 7, 1, 2, 3, 5, 6]), d != deque())
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate()
d.remove(2)
d.insert(1, "new")
d.insert(-1, "last but one")
d[2] = "third"
del d[0]
d.reverse()
print(d, d.copy() == d, d.copy() is d)
last = deque("abcdef", maxlen=3)
last.append("g")
print(last, last.maxlen)
last.appendleft("h")
print(last, deque(maxlen=0), deque([1, 2], 5))
print(deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque([1]), deque([1, 2]) < deque([1, 3]))
d += [1]
print(list(reversed(d)), sorted(deque([3, 1, 2])), [*deque("ab")], max(deque([1, 5])), sum(deque([1, 2])))
a, b = deque([1, 2])
print(a, b, deque([deque([1])]))
d.clear()
print(d, not d)
queue = deque([0])
seen = {0}
order = []
while queue:
    node = queue.popleft()
    order.append(node)
    for next_node in (2 * node + 1, 2 * node + 2):
        if next_node < 10 and next_node not in seen:
            seen.add(next_node)
            queue.append(next_node)
print(order)


def mutated():
    d = deque([1, 2, 3])
    for item in d:
        d.append(item)


for bad in [
    lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2),
    lambda: deque([1]).index(2), lambda: deque([1], maxlen=-1), lambda: deque([1], 1).insert(0, 2),
    lambda: deque(5), lambda: deque([1])["x"], mutated,
]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
