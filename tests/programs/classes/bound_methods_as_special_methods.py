class Helper:
    def hello(self):
        return "hi"

    def two(self, a, b=0):
        return ("two", a, b)

    def number(self):
        return 3

    def items(self):
        return iter("ab")

    def leave(self, kind, value, trace):
        print("leave", kind, value)
        return True


helper = Helper()


class Borrowing:
    __repr__ = helper.hello
    __str__ = helper.hello
    plain = helper.hello
    other = helper.two
    __getitem__ = helper.two
    __call__ = helper.two
    __len__ = helper.number
    __iter__ = helper.items
    __add__ = helper.two
    __lt__ = helper.two
    __enter__ = helper.number
    __exit__ = helper.leave
    __contains__ = helper.two
    upper = str.upper
    make = Helper


b = Borrowing()
print(repr(b), str(b), f"{b}", b.plain(), b.other(1), b[5], b(6), len(b), list(b), b + 1, b < 2, 7 in b)
with b as entered:
    print(entered)
    raise ValueError("left")
print(type(b.make()).__name__)
try:
    b.upper()
except TypeError as error:
    print(error)


class Made:
    __str__ = "text".upper
    __len__ = lambda self: 4


print(str(Made()), len(Made()))
