class Plain:
    pass


def attempt(target, key):
    try:
        del target[key]
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)


for target in [{1}, (1,), "a", b"a", range(3), {}.keys(), {}.values(), 1, 1.5, None, True]:
    for key in [0, "a", True]:
        attempt(target, key)
for target in [len, Plain(), Plain, attempt, ValueError(), iter([]), zip()]:
    attempt(target, 0)
    attempt(target, "a")
