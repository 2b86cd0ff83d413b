samples = [b"", b"a,b,,c", b"Ab cD", b"7", b"-7", b"+42a", b"a\tb\n\tc", b"a\nb\r\nc\rd\n", b"  x  y  ", b"hELLO wORLD 1a", b"ABC", b"abc1", b"\xe9A", b"a\x0bb\x0c", b"Title Case 1X"]
for b in samples:
    print(b, b.capitalize(), b.title(), b.swapcase(), b.zfill(6), b.expandtabs(), b.expandtabs(3), b.expandtabs(0))
    print(b.partition(b","), b.rpartition(b","), b.partition(b"b"), b.splitlines(), b.splitlines(True), b.rsplit())
    print(b.rsplit(b","), b.rsplit(b",", 1), b.rsplit(None, 1), b.split(None, 1), b.rsplit(maxsplit=0), b.rsplit(b"b", 2))
    print(b.isalnum(), b.isalpha(), b.isascii(), b.isdigit(), b.islower(), b.isspace(), b.istitle(), b.isupper())
    print(b.removeprefix(b"a"), b.removesuffix(b"c"), b.removeprefix(b""), b.removesuffix(b"zz"))
    print(b.translate(None, b"ab"), b.translate(bytes.maketrans(b"ab", b"xy")), b.translate(bytes.maketrans(b"", b""), delete=b","))
print(b" \t\x0b".isspace(), b"Ab".lower(), b"Ab".upper(), b"a".hex(), b"abc".hex("-"), b"abc".hex(b":", 2))
for act in (
    lambda: b"a".partition(b""),
    lambda: b"a".partition("a"),
    lambda: b"a".rsplit(b""),
    lambda: b"a".zfill("x"),
    lambda: b"a".removeprefix("a"),
    lambda: bytes.maketrans(b"a", b""),
    lambda: bytes.maketrans("a", "b"),
    lambda: b"a".translate(b"a"),
    lambda: b"a".translate(),
    lambda: b"a".splitlines("x"),
    lambda: b"a".expandtabs("x"),
    lambda: b"a".hex(1),
    lambda: b"a".hex(""),
    lambda: b"a".hex("\xe9"),
    lambda: b"a".hex([1]),
    lambda: b"a".isalnum(1),
):
    try:
        print(act())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
