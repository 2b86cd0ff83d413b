class Three:
    def __iter__(self):
        return iter([1, 2, 3])

class Old:
    def __getitem__(self, index):
        print("item", index)
        if index > 2:
            raise IndexError
        return index * 10

class Own:
    def __contains__(self, item):
        return "truthy" if item == 5 else 0

print(2 in Three(), 9 in Three())
print(10 in Old(), 99 in Old())
print(5 in Own(), 6 in Own(), 6 not in Own())
