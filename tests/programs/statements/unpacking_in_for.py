pairs = [(1, "a"), (2, "b"), (3, "c")]
for number, letter in pairs:
    print(number, letter)
for i, (number, letter) in enumerate(pairs):
    print(i, number * letter)
for a, b in ["xy", "zw"]:
    print(b, a)
for key, value in {"p": 1, "q": 2}.items():
    print(key, value)
slots = [None, None]
for slots[0], slots[1] in [(1, 2), (3, 4)]:
    print(slots)
