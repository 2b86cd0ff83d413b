n = 10 ** 30
print(f"{n:,} {n:_} {n:x} {n:#b} {n:e} {n:.3f} {-n:+,}")
print(f"{n:>40} {n:040d} {2 ** 64:#018x} {n:g} {2 ** 100:.2%}")
try:
    print(f"{10 ** 400:f}")
except OverflowError as e:
    print(e)
