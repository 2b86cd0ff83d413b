x = "module"

class C:
    x = "class"
    y = x + "!"

    def method(self):
        return x

    def own(self):
        return self.x

print(C.y, C().method(), C().own())

def f():
    x = "function"

    class D:
        z = x

        def m(self):
            return x

    return D.z, D().m()

print(f())
