print("before")

class C:
    print("inside")
    total = 0
    for i in range(5):
        total += i
    if total > 5:
        size = "big"
    else:
        size = "small"
    squares = [n * n for n in range(4)]

    def method(self):
        return self.total + self.i

    alias = method

print(C.total, C.i, C.size, C.squares, C().method(), C().alias())
