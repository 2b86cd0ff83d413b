class Bag:
    def __init__(self):
        self.items = []

    def __iadd__(self, item):
        self.items.append(item)
        return self

    def __isub__(self, item):
        self.items.remove(item)
        return self

    def __imul__(self, n):
        return self.items * n

bag = Bag()
same = bag
bag += 1
bag += 2
bag -= 1
print(bag.items, bag is same)
bag *= 2
print(bag, same.items)
