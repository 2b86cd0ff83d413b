def g():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up")

it = g()
print(next(it))
it.close()
print(next(it, "closed"))
it.close()
never = g()
never.close()
print(list(never))
