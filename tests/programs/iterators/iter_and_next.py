it = iter([1, 2])
print(next(it), next(it), next(it, "none"), list(it), iter(it) is it)
print(next(iter("ab")), next(iter((5,))), next(iter({"k": 1})), next(iter({7})),
      next(iter(range(2, 4))), next(iter(b"a")))
for bad in (5, None, 1.5, len):
    try:
        iter(bad)
    except TypeError as e:
        print(e)
try:
    next([1])
except TypeError as e:
    print(e)
