# `super` where it is no method's own: in functions within one, with one argument, as another name.
class Base:
    def name(self):
        return "base"

    @classmethod
    def made(cls):
        return cls.__name__


class Child(Base):
    def name(self):
        def inner(this):
            return super().name()

        return "child of " + inner(self) + (lambda it: super().name())(self)

    def generated(self):
        def some(this):
            for _ in range(2):
                yield super().name()

        return list(some(self))

    def without(self):
        def inner():
            return super().name()

        return inner()

    def among(self):
        return [super(Child, self).name() for _ in range(2)]

    def star(*args):
        return super().name()

    @classmethod
    def made(cls):
        return "child's " + super().made()

    def about(self):
        it = super()
        return it.__thisclass__ is Child, it.__self__ is self, it.__self_class__ is type(self)


class Grandchild(Child):
    pass


one = Grandchild()
print(one.name(), one.generated(), one.among(), Grandchild.made(), one.about())


def outside(self):
    return super().name()


for call in (one.without, one.star, lambda: outside(one), lambda: super().name()):
    try:
        print(call())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)

unbound = super(Child)
print(unbound, hasattr(unbound, "name"))


def own(super):
    return super() + 1


print(own(lambda: 1))
