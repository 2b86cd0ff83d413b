class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, y=0):
        return self.n + x + y

add = Adder(10)
print(add(1), add(1, 2), add(y=5, x=1), list(map(add, [1, 2])), Adder(1)(2))
print(sorted([3, 1, 2], key=Adder(0)))
try:
    add()
except TypeError as e:
    print(e)
