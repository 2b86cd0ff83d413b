class Odd:
    def __init__(self, name):
        self.name = name

    def __mul__(self, other):
        return f"{self.name} * {other}"

    def __mod__(self, other):
        return f"{self.name} % {other}"

    def __ifloordiv__(self, other):
        return Odd(f"{self.name} //= {other}")

    def __lshift__(self, other):
        return f"{self.name} << {other}"


odd = Odd("odd")
print(odd * 3, odd % 5, odd << 2)
odd //= 7
print(odd.name)
odd %= 9
print(odd)

for value in (17, -17, 0, 2**40, -(2**40), 2**62, -(2**62), 2**70, True, 2.5, -0.5, 1e300):
    print(value * 3, value * -7, value % 5, value % -5, value // 3, value // -4, value / 8, value**2)
    value *= 32767
    print(value)
    value //= 11
    value %= 1000
    print(value)
for value in (17, -17, 0, 2**40, 2**62, 2**70, True):
    print(value & 6, value | 6, value ^ 6, value << 3, value >> 2, value >> 70)

words = ["a", "b"]
same = words
words *= 2
print(same, words is same)
print(words * 2, "ab" * 3, (1,) * 2, b"x" * -1)
print("%d items" % 5, "%s" % -1)


def attempt(text, work):
    try:
        print(text, work())
    except (TypeError, ZeroDivisionError, ValueError) as error:
        print(text, type(error).__name__, error)


def augmented():
    nothing = None
    nothing *= 3
    return nothing


def augmented_rest():
    nothing = None
    nothing %= 3
    return nothing


attempt("%", lambda: 5 % 0)
attempt("//", lambda: 5 // 0)
attempt("/", lambda: 5.0 / 0)
attempt("<<", lambda: 5 << -1)
attempt(">>", lambda: 2.5 >> 1)
attempt("*", lambda: None * 3)
attempt("%", lambda: [] % 3)
attempt("**", lambda: "a" ** 2)
attempt("%", lambda: "none" % 3)
attempt("*=", augmented)
attempt("%=", augmented_rest)
