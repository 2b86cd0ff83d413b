class Bad:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        raise RuntimeError("from exit")

try:
    with Bad():
        raise ValueError("from body")
except RuntimeError as e:
    print(e, type(e.__context__).__name__, e.__context__)
try:
    with Bad():
        print("body")
except RuntimeError as e:
    print(e, e.__context__)
