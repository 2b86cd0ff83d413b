"""The bytes are CPython's, whatever the value."""

import pickle


def show(value):
    for protocol in (4, 5):
        print(pickle.dumps(value, protocol))


for number in [0, 1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, 2**63, -1, -128, -(2**31), -(2**31) - 1, 2**100, -(2**100), -(2**63)]:
    show(number)
show(1 << 2100)
for number in [0.0, -0.0, 1.5, 1e300, 1e-300, float("inf")]:
    show(number)
show([None, True, False])
for text in ["", "a", "é", "€uro", "x" * 255, "x" * 256]:
    show(text)
for data in [b"", b"a", bytes(range(256)), b"x" * 300]:
    show(data)
for items in [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((), ((),))]:
    show(items)
show([])
show([1])
show([1, 2])
show({})
show({"a": 1})
show({"a": 1, "b": [2], 3: {4: 5}})
show(set())
show({1})
show({3, 1, 2})
show(range(3))
show(range(2, 2**70, 7))
show([range(1), range(1)])
show(len)
show([int, str, ValueError, type(None), ..., type(...)])
for count in (999, 1000, 1001, 1999, 2000, 2001):
    print(len(pickle.dumps(list(range(count)), 4)), len(pickle.dumps({n: n for n in range(count)}, 4)), len(pickle.dumps(set(range(count)), 4)))
same = ["shared"]
show([same, same, (same, same)])
show(["word", "word", {"word": "word"}])
print(pickle.HIGHEST_PROTOCOL)

# Frames: of 64 KiB, and none around what is as large.
large = ["a", b"x" * 70000, 3, "q" * 65536, None]
print(hash(pickle.dumps(large, 5)[:20]) == hash(pickle.dumps(large, 5)[:20]), len(pickle.dumps(large, 5)))
print(len(pickle.dumps(b"x" * 70000, 5)), len(pickle.dumps(list(range(200000)), 5)))
many = pickle.dumps([str(n) for n in range(30000)], 4)
print(len(many), [at for at in range(0, len(many), 1) if many[at : at + 1] == b"\x95" and many[at + 3 : at + 9] == b"\x01\x00\x00\x00\x00\x00"])
print(pickle.loads(many) == [str(n) for n in range(30000)], pickle.loads(pickle.dumps(large)) == large)
