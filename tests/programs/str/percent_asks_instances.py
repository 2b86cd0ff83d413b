# `%` asks instances for the number, the bytes or the items that it shows.
class Whole:
    def __int__(self):
        return 42


class Index:
    def __index__(self):
        return 7


class Real:
    def __float__(self):
        return 2.5


class Items:
    def __getitem__(self, key):
        if key == "none":
            raise KeyError(key)
        return key.upper()


class Raw:
    def __bytes__(self):
        return b"raw"


print("%d|%5d|%-5d|%05d|%+d" % (Whole(), Index(), Index(), Whole(), Index()))
print("%i %u" % (Index(), Whole()))
print("%x %#o %X %c" % (Index(), Index(), Index(), Index()) == "7 0o7 7 \x07")
print("%.2f %e %g %f" % (Real(), Real(), Real(), Index()))
print("%*d|%-*.2f|" % (4, Index(), 6, Real()))
print("%(a)s %(b)10s|%(c)-5s|%(d).1s %(e)r %%" % Items())
for template, value in [
    ("%(none)s", Items()), ("%x", Whole()), ("%d", Real()), ("%f", Whole()), ("%c", Whole()), ("%d", Items()),
    ("%(a)d", Items()), ("%d %d", Index()),
]:
    try:
        print(template % value)
    except Exception as error:
        print(type(error).__name__, error)
print(b"%s|%b|%5s|%.2s" % (Raw(), Raw(), Raw(), Raw()))
print(b"%d %x %r %a" % (Index(), Index(), [1, "\xe9"], "\u20ac"))
print(b"%s" % bytearray(b"changes"), b"%b" % memoryview(b"seen"))
print(b"%(a)s" % {b"a": Raw()})
try:
    print(b"%s" % Whole())
except TypeError as error:
    print(error)


class Point:
    def __init__(self):
        self.x, self.items = 3, Items()

    @property
    def y(self):
        return Point()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"<{name}>"


print("{0.y.x} {0.z:>5} {0.items[key]} {p.items[a]!r:>6} {0.y.y.items[k].upper}".format(Point(), p=Point())[:31])
print("{a} {b[0]}".format_map(Items()))
try:
    "{none}".format_map(Items())
except KeyError as error:
    print(repr(error))
