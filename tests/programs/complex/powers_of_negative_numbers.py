# A negative number to a fractional power is complex.
for base, exponent in [(-8, 0.5), (-8.0, 1 / 3), (-2, -0.5), (-1, 1.5), (-0.25, 0.5)]:
    made = base**exponent
    print(type(made).__name__, f"{made.real:.9f} {made.imag:.9f}", isinstance(pow(base, exponent), complex))
    print(f"{abs(complex(base) ** exponent - made):.3f}")
x = -2.0
x **= 0.5
print(f"{x:.4f}")
print((-8) ** 2.0, (-8) ** -1, (-2.0) ** 3)
print(f"{12.34 - 5.6j: }|{1 + 2j:+}|{-1j:-}|{3j: }|{complex('nan'): }|{1 + 2j: .2f}")
