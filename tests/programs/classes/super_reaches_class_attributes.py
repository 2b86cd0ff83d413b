class Base:
    value = 1

    def get(self):
        return self.value

class Child(Base):
    value = 2

    def both(self):
        return super().value, self.value, super().get()

print(Child().both())

class Other(Base):
    def missing(self):
        return super().nothing

try:
    Other().missing()
except AttributeError as e:
    print(e)
