def to_base(n, base):
    digits = "0123456789abcdef"
    if n == 0:
        return "0"
    out = ""
    while n:
        n, d = divmod(n, base)
        out = digits[d] + out
    return out

for n in (0, 5, 255, 10 ** 12):
    print(to_base(n, 2), to_base(n, 16), to_base(n, 7), int(to_base(n, 7), 7) == n,
          f"{n:x}" == to_base(n, 16))
