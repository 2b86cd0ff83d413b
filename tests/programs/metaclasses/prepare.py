class Prepared(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        return {"given": name}

    def __new__(mcls, name, bases, namespace):
        print([key for key in namespace if not key.startswith("__")])
        return super().__new__(mcls, name, bases, namespace)


class P(metaclass=Prepared):
    x = 1
    y = x + 1
    x += 5

    def f(self):
        return __class__

    for i in range(2):
        pass
    del i


print(P.given, P.x, P.y, P().f() is P)




print(sorted(k for k in vars(P) if not k.startswith("__")), "f" in P.__dict__)
