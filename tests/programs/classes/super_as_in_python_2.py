class Base:
    def __init__(self, name):
        self.name = name

    def greet(self):
        return f"I am {self.name}"


class Middle(Base):
    def __init__(self, name):
        super(Middle, self).__init__(name.title())

    def greet(self):
        return super(Middle, self).greet() + "."


class Last(Middle):
    def greet(self):
        return "Hello! " + super(Last, self).greet()


print(Last("ada").greet())
