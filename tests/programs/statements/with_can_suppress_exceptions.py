class Suppress:
    def __init__(self, answer):
        self.answer = answer

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", kind.__name__ if kind else None, value)
        return self.answer

with Suppress(True):
    print(1 // 0)
print("after")
with Suppress(1):
    raise KeyError("k")
try:
    with Suppress(False):
        raise ValueError("not suppressed")
except ValueError as e:
    print("caught", e)
with Suppress(True) as outer:
    with Suppress(0):
        raise IndexError("i")
print("end")
