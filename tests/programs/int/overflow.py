x = 4611686018427387903
print(x, x + 1, x + 2, -x - 1, -x - 2, x * x, x * -x)
y = 9223372036854775807
print(y, y + 1, y * 2, -y - 1, -y - 2, (-y - 1) // -1, ~y)
a = 1
for i in range(70):
    a *= 2
    if i > 58 and i < 66:
        print(i, a, a - 1, -a)
for i in range(70):
    a //= 2
print(a)
f = 1
for i in range(1, 60):
    f = f * i
print(f, f // (1 << 100), f % 1000007, f & 0xFFFFFFFFFFFFFFFFFFFFF, f | 1, f ^ -1)
print((1 << 62) - 1, 1 << 62, (1 << 62) + 1, -(1 << 62), -(1 << 62) - 1)
print((1 << 63) - (1 << 62) * 2, (1 << 100) - (1 << 100) + 5)
