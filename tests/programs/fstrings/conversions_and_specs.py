text = "it's"
print(f"[{text!r:>10}] [{text!s:<8}] [{text!r:^10}]")
print(f"[{None}] [{True}] [{1.0}] [{[1, 'a']!s}] [{'a'!r}]")
print(f"[{None!s:>6}] [{True!s:^6}] [{[1]!s:*<6}]")
try:
    print(f"{None:>6}")
except TypeError as e:
    print(e)
try:
    print(f"{[1]:>6}")
except TypeError as e:
    print(e)
