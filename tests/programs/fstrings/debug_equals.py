x = 5
name = "Ann"
print(f"{x=} {x = } {x + 1=} {name=} {name=!s} {x=:>4} {x * 2=:03d}")
print(f"{name=!r:>8} {len(name)=} {3.14159=:.2f}")
