# Built-ins that are called most, with what is out of the ordinary for them.


def attempt(work):
    try:
        print(work())
    except (AttributeError, TypeError, KeyError) as error:
        print(type(error).__name__, error)


class Sized:
    def __len__(self):
        return 7


class Items:
    def append(self, item):
        print("appending", item)

    def get(self, key, default=None):
        return ["got", key, default]


items = [1]
table = {"one": 1, 2: "two", 3.0: "three", (4, 5): "pair", None: "none", True: "true"}
for of in [items, "abc", "äöü", b"abcd", (1, 2), {1, 2}, table, table.keys(), range(9), Sized()]:
    print(len(of), end=" ")
print()
attempt(lambda: len())
attempt(lambda: len(1))
attempt(lambda: len(items, items))
attempt(lambda: len(None))
attempt(lambda: items.append())
attempt(lambda: items.append(1, 2))
attempt(lambda: items.append(items))
attempt(lambda: list.append(items, 2))
attempt(lambda: list.append(table, 2))
attempt(lambda: list.append())
print(items)
own = Items()
own.append(3)
print(own.get(1), own.get(1, 2))
for key in ["one", "o" + "ne", 2, 2.0, 3, (4, 5), None, 1, True, "none", 0]:
    print(table.get(key), table.get(key, "nothing"), end="; ")
print()
attempt(lambda: table.get())
attempt(lambda: table.get(1, 2, 3))
attempt(lambda: table.get([]))
attempt(lambda: table.get([], 1))
attempt(lambda: dict.get(table, "one"))
attempt(lambda: dict.get(items, "one"))
attempt(lambda: table["one" + "s"])
table["one"] += 1
table["o" + "ne"] += 1
table["new"] = "n" + "ew"
table["ne" + "w"] += "er"
print(table)
attempt(lambda: str(12, 3))
attempt(lambda: int())
attempt(lambda: str(Sized) == str(Sized))
print(str(), str(-5), str("text"), int("7"), bool([]), list("ab"), tuple([1]), float("2"))
