import operator


class Matrix:
    def __init__(self, *rows):
        self.rows = rows

    def __repr__(self):
        return f"Matrix{self.rows}"

    def __matmul__(self, other):
        if isinstance(other, Matrix):
            columns = list(zip(*other.rows))
            return Matrix(*[tuple(sum(a * b for a, b in zip(row, col)) for col in columns) for row in self.rows])
        return ("left", other)

    def __rmatmul__(self, other):
        return ("right", other)


class InPlace(Matrix):
    def __imatmul__(self, other):
        self.rows = ("changed", other)
        return self


a, b = Matrix((1, 2), (3, 4)), Matrix((0, 1), (1, 0))
print(a @ b, a @ b @ a, a @ 5, [1] @ a, 2 @ a)
a @= b
print(a)
c = d = InPlace((1,))
c @= "x"
print(c is d, c)
print(operator.matmul(b, b))
x = {"a": b}
x["a"] @= 3
print(x)
for wrong in lambda: 1 @ 2, lambda: 1.5 @ 2, lambda: True @ True, lambda: [1] @ [2], lambda: "a" @ 1, lambda: object @ 1:
    try:
        wrong()
    except TypeError as error:
        print(error)
y = 3
try:
    y @= 4
except TypeError as error:
    print(error)
print(2 * 3 @ b, (2 ** 2) @ b)
