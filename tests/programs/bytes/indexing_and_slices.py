b = b"hello"
print(b[0], b[-1], b[1:3], b[::-1], b[:0], list(b), tuple(b[:2]), b[10:], sum(b), max(b),
      sorted(b"cab"))
for x in b"ab":
    print(x, type(x).__name__)
try:
    b[5]
except IndexError as e:
    print(e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
