class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind is None, value, traceback)

with Guard("a") as a, Guard("b") as b:
    print(a, b)
with Guard("c"):
    with Guard("d") as d:
        print(d)
with (Guard("e") as e, Guard("f")):
    print(e)
print(a, b, d, e)
