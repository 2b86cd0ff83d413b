def make(name):
    class Greeter:
        greeting = "hi " + name

        def greet(self):
            return name + "/" + self.greeting

    return Greeter

A, B = make("a"), make("b")
print(A().greet(), B().greet(), A is B, A.__name__)
