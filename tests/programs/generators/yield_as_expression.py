def echo():
    received = yield "ready"
    while received is not None:
        received = yield received * 2
    yield "end"

it = echo()
print(next(it), it.send(5), it.send("ab"), next(it))
try:
    it.send(1)
except StopIteration:
    print("stopped")
fresh = echo()
try:
    fresh.send(1)
except TypeError as e:
    print(e)
