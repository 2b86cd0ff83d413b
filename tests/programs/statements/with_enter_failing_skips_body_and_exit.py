class Bad:
    def __enter__(self):
        raise ValueError("no entry")

    def __exit__(self, kind, value, traceback):
        print("never")

class Good:
    def __enter__(self):
        print("in")

    def __exit__(self, kind, value, traceback):
        print("out", value)

try:
    with Good(), Bad():
        print("never")
except ValueError as e:
    print(e)
