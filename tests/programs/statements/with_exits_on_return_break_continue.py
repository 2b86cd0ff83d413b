class Log:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("+", self.name)

    def __exit__(self, kind, value, traceback):
        print("-", self.name, kind)

def f():
    with Log("f"):
        for i in range(3):
            with Log(i):
                if i == 1:
                    return "returned"
                continue

print(f())
for i in range(3):
    with Log("loop"):
        if i == 1:
            break
print(i)
