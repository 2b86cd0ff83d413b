class Empty:
    def __len__(self):
        return 0

class Full:
    def __len__(self):
        return 3

class Plain:
    pass

for value in [0, 1, -1, 0.0, 0.1, "", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None,
              True, False, range(0), range(1), b"", b"0"]:
    print(repr(value), "true" if value else "false")
print(bool(Empty()), bool(Full()), bool(Plain()))
if Empty():
    print("never")
elif Full():
    print("full")
