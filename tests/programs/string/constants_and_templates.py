import string
from string import Template

print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, len(string.printable))
print(string.capwords("hello big world"), string.capwords("a-b", "-"))
t = Template("$who likes ${what}s, $$5 and $who_")
print(t.substitute(who="tim", what="dog", who_=1), t.safe_substitute(who="x"), t.template)
print(Template("$a").substitute({"a": 1}, a=2))
for text in ["$", "a\nb $5", "${x", "$missing"]:
    try:
        print(Template(text).substitute())
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(Template("$ $x ${x").safe_substitute(x=1))
