def g():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")

it = g()
print("made")
print(next(it))
print(next(it))
print(next(it, "exhausted"))
print(next(it, "still"))
print(list(it))
