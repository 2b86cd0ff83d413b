class A:
    def __init__(self):
        self.x = 1

    def spam(self):
        return "spam"


own, a = A.__getattribute__, A()
print(a.spam())


def told(self, name):
    print("getting", name)
    return own(self, name)


A.__getattribute__ = told
print(a.x, a.spam())
method = a.spam
print(method())
