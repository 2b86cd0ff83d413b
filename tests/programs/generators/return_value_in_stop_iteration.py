def g(flag):
    yield 1
    if flag:
        return "early"
    yield 2

for flag in (True, False):
    it = g(flag)
    try:
        while True:
            print(next(it))
    except StopIteration as e:
        print("value", e.value)
