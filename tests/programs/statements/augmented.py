def f():
    x = 10
    x += 5
    x -= 3
    x *= 4
    x //= 5
    x **= 3
    x %= 100
    x <<= 4
    x >>= 2
    x |= 3
    x &= 0xFE
    x ^= 0x55
    x /= 4
    return x

print(f())
s = "a"
s += "b"
s *= 3
print(s)
g = 2 ** 61
g += g
g += g
g -= 1
print(g)
n = 100
n -= -1
n += -32768
n -= -32768
n += 32767
n += 40000
print(n)
