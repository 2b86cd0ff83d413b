class Dog:
    kind = "canine"
    tricks = []

    def __init__(self, name):
        self.name = name

    def learn(self, trick):
        self.tricks.append(trick)

a, b = Dog("a"), Dog("b")
a.learn("roll")
b.learn("sit")
print(a.tricks, Dog.tricks is b.tricks)
a.kind = "wolf"
print(a.kind, b.kind, Dog.kind)
Dog.kind = "pet"
print(a.kind, b.kind)
del a.kind
print(a.kind, a.name, b.name)
