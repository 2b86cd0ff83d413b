class Bag:
    def __len__(self):
        print("len")
        return 2

    def __iter__(self):
        print("iter")
        return iter("ab")


print(list(Bag()), tuple(Bag()), sorted(Bag()), sorted(Bag(), key=str))
target = ["x"]
target.extend(Bag())
target += Bag()
target[:1] = Bag()
print(target, "-".join(Bag()), sorted(set(Bag())), min(Bag()), dict(zip(Bag(), Bag())))


class Wrong(Bag):
    def __len__(self):
        raise TypeError("no length")


class Failing(Bag):
    def __len__(self):
        raise ValueError("failing")


print(list(Wrong()))
try:
    list(Failing())
except ValueError as error:
    print(error)
