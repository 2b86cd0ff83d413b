print(b"%d %s %r" % (5, b"a", "b"), b"%5.2f|%-5d|%05d|%+d" % (3.14159, 7, 42, 5))
print(b"%x %X %o %#x % d %i %u" % (255, 255, 8, 255, 3, 4.9, True), b"100%%" % ())
print(b"%(k)s %(n)04d %%" % {b"k": b"v", b"n": 7}, b"%c%c%c" % (b"a", 66, 200))
print(b"%e %g %G" % (12345.678, 0.0001, 1e-10), b"%10s|%-10s|%.2s|%b" % (b"r", b"l", b"abc", b""))
print(b"%r %a %.3a|%8r|" % ("\xe9", "\u20ac", "long", [1, "\xff"]), b"\xff%s\xfe" % b"\x80\0\xc3")
print(b"%5c|%-5c|%05c" % (65, b"B", 66), b"%*d|%-*d|%.*f" % (5, 1, 4, 2, 1, 2.55), b"x" % [1])
text = b"total: "
text += b"%d\n" % 2**70
text %= ()
print(text, type(b"%d" % 1), "%s %r" % (b"a", b"\xff"), b"%s" % (b"one",))


def tried(format, values):
    try:
        print(format, format % values)
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(format, type(e).__name__, e)


for format, values in [
    (b"%5%", 3), (b"%5%", ()), (b"%q", 3), (b"\xff%q", 3), (b"%q", ()), (b"%d", "a"), (b"%x", 1.5),
    (b"%e", "x"), (b"%c", 256), (b"%c", -1), (b"%c", 10**30), (b"%c", "a"), (b"%c", b"ab"),
    (b"%c", 1.0), (b"%s", 3), (b"%s", "x"), (b"%b", None), (b"%b", (b"a", b"b")), (b"%s %s", (b"a",)),
    (b"%(a)s", {b"b": b"1"}), (b"%(a)s", {"a": b"1"}), (b"%(a)s", b"a"), (b"x", b"a"), (b"x", "a"),
    (b"x", 3), (b"%", 1), (b"%(a", {}), (b"%*d", ("a", 1)), (b"%d", None), (b"%d", b"1"),
    ("%b", 1), ("%q", ()), ("%5%", ()), ("%z", (1, 2)), (b"%d", float("inf")),
    (b"%i", "a"), ("%i", "a"), ("%(", 1), ("%(", [1]), ("%(a)s", [1]), ("%(a)s", range(3)), ("x", {}),
    ("%(a)s", b"x"), (b"%(a)s", b"x"), ("%*d", (2**70, 1)), (b"%.*d", (2**70, 1)), ("%\xe9", 1),
    ("x", {1}), ("x", len), (b"%(a)s%s", {b"a": b"1"}), ("%s%(a)s", {"a": 1}),
]:
    tried(format, values)
try:
    b"%d" + 1
except TypeError as e:
    print(e)


class Plain:
    pass


tried("x", Plain())


class Odd:
    def __rmod__(self, left):
        return ("rmod", left)


print(b"%d" % Odd(), "%s" % (Odd() is None))
