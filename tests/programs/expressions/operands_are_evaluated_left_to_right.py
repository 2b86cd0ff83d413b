def e(x):
    print(x, end=" ")
    return x

print(e(1) + e(2) * e(3))
print([e(1), e(2)][e(0)])
print({e("a"): e(1), e("b"): e(2)})
print((e(1), e(2), e(3)))

def f(a, b, c=0):
    return a + b + c

print(f(e(1), e(2), c=e(3)))
print(f(c=e(1), b=e(2), a=e(3)))
print(e(5) if e(0) else e(6))
print(e(2) ** e(3), -e(1), not e(0))
