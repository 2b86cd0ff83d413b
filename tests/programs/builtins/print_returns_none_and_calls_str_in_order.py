class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("str of", self.name)
        return self.name

print(Loud("a"), Loud("b"))
print(print("inner"))
