class E(Exception):
    def __init__(self, a, b):
        self.a = a

e = E(1, 2)
print(e.args, str(e), repr(e), e.a)

class Empty(ValueError):
    pass

try:
    raise Empty
except ValueError as e:
    print(repr(e), e.args)

class WithDefault(Exception):
    message = "class message"

    def __str__(self):
        return self.message

print(WithDefault(), [WithDefault()], WithDefault("x"))
