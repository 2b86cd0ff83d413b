it = iter([1])
print(next(it))
try:
    next(it)
except StopIteration as e:
    print("stop", repr(e), e.value)
print(next(it, "default"), next(iter(""), None))

def g():
    yield 1
    return "result"

gen = g()
print(next(gen))
try:
    next(gen)
except StopIteration as e:
    print(e.value, e.args)
