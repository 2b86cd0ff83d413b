"""`name := value` in every place where an expression stands."""

print((x := 5), x)
if (n := len("abc")) > 2:
    print(n)
values = iter([1, 2, 3, 0, 4])
while (value := next(values)) != 0:
    print(value, end=" ")
print(value)
print([y := 1, y**2, (z := y + 1)], y, z)
print([last := i for i in range(4)], last)
print({(k := i): (v := i * i) for i in range(3)}, k, v)
print(any((found := i) > 2 for i in range(9)), found)
print([(a, b) for a in range(3) if (b := a * 2) > 1], b)
print(f"{(w := 3)} {w + 1}", w)
print((lambda: (inner := 4) + inner)())
print(sorted([3, 1], key=lambda q: (r := -q)))


def f(p):
    print(p + (p := 10) + p)
    p = p + (p := 1) * p
    p += (p := 5)
    print(p)
    total = 0
    while (p := p - 1) > 0 and (half := p // 2) < 100:
        total += half
    print(total, p, half)
    if p > 0 and (never := 1):
        pass
    try:
        never
    except UnboundLocalError as error:
        print(error)
    items = [p, (p := 7), p]
    print(items, (p, p := 8, p) if False else (p, (p := 8), p))
    print(p < (p := 9) < p + 1, [p, *[p := 3], p], {p: (p := 4), p: p})
    print(p if (p := 0) else p, not (p := 1), p, -p + (p := 2), max(p, p := 6, p))
    return p


print(f(2))


def g():
    data = [1, 2, 3]
    squares = [s for d in data if (s := d * d) > 1]
    gen = list(t for d in data if (t := d + 1) > 2)
    nested = [[m := i * j for j in range(2)] for i in range(3)]
    deep = list(list(u := c for c in data) for _ in "ab")
    return squares, s, gen, t, nested, m, deep, u


print(g())


def h():
    global made
    list(made := i for i in range(3))
    return [lambda: (own := 1, made) for _ in "a"][0]()


print(h(), made)


def counter():
    count = 0

    def step():
        nonlocal count
        return (count := count + 1)

    step()
    return step(), count, [step() for _ in "ab"], (count := 9), step()


print(counter())


class A:
    size = (width := 3) * 2
    print(width, size)

    def m(self, v=(default := 7)):
        if (found := self.get(v)) is not None:
            return found
        return (v := v + 1)

    def get(self, v):
        return v if v > 5 else None


print(A.width, A.default, A().m(), A().m(1))


def loop(items):
    result = []
    for item in (source := items):
        if (seen := item in result) or len(source) > 5:
            continue
        result.append(item)
    return result, seen


print(loop([1, 2, 1]), end="\n")
print((one := 1, two := 2), one, two)
assert (message := "ok"), message
print(message, [message, message := "changed", message])


def yielding():
    while (got := (yield)) is not None:
        print("got", got)


gen = yielding()
next(gen)
gen.send(1)
try:
    gen.send(None)
except StopIteration:
    print("end", (lambda a=(d := 2): a + d)())
