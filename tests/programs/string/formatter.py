import string


class Point:
    x = 3
    y = [1, {"k": "v"}]


def tried(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


formatter, point = string.Formatter(), Point()
FORMATS = [
    "{} {} {{}} {a}", "{0}{1}", "{0} {}", "{} {0}", "{a!r:>10}", "{p.x:{w}}", "{p.y[1][k]}", "{", "}", "{a",
    "{a!rx}", "{}{b}", "{a:{w}.{w}}", "{:>{}}", "}}", "{{", "{0[0]}", "x{a:{w:{w}}}",
]  # fmt: skip
for text in FORMATS:
    print(text)
    tried(lambda: formatter.format(text, "one", "two", a="A", w=5, p=point))
    tried(lambda: list(formatter.parse(text)))


class Lenient(string.Formatter):
    def get_value(self, key, args, kwargs):
        try:
            return super().get_value(key, args, kwargs)
        except (KeyError, IndexError):
            return f"<{key}>"

    def check_unused_args(self, used, args, kwargs):
        print(sorted(map(str, used)))


print(Lenient().format("{0} {x} {1}", "z"))
for text in ["$a $b ${a}b $$", "$", "$ x", "${a", "a$1", "$a_1", "$A$a", "x\ny $!"]:
    template = string.Template(text)
    tried(lambda: template.substitute(a=1, b=2, a_1=3))
    tried(lambda: template.safe_substitute({"a": 1}))
    tried(template.is_valid)
    tried(template.get_identifiers)


class Percent(string.Template):
    delimiter = "%"


print(Percent("%a $b %% %{a}").substitute(a=5))
