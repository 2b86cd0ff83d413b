import re
print(re.findall(r"\w+", "hello big wörld_1 2"))
print(re.sub(r"(\w)(\w*)", r"\2\1ay", "pig latin is fun"))
m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05-06")
print(m, m.groups(), m.groupdict(), m["y"], m.lastgroup, m.span("m"), m.regs)
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split("(-)", "a-b-c", maxsplit=1), re.split("x*", "axbc"))
print(re.sub("x*", "-", "abxd"), re.subn("a", "b", "aaa", count=2))
print([m.span() for m in re.finditer(r"(a|ab)(c|bcd)*", "abcd abc ac")])
print(re.search(r"(?<=abc)def", "abcdef"), re.search(r"(?<!x)y", "xyzy"))
print(re.findall(r"(?i)HeLLo", "hello HELLO"), re.findall("^a", "a\na", re.M))
print(re.compile("(a)(b)?", re.I | re.X), re.compile(b"a"))
print(re.match("(a)?b", "b").groups(), re.fullmatch("a|ab", "ab"), re.fullmatch("a+?", "aaa"))
print(re.match(r"(a)(?(1)b|c)", "ab"), re.match(r"(?:(a)|x)(?(1)b|c)", "xc"))
print(re.match(r"(.)\1", "aa"), re.findall(r"\bfoo\b", "foo foobar foo"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1 b22"))
print(re.escape("a.b*c-d_e é"), re.sub("a", r"\n\\", "bab"))
print(re.match("(?:a{2,3}){2}b", "aaaaab"), re.match("(ab){1,}?c", "ababc"), re.match("a*+a", "aaa"), re.match("(?>a+)b", "aab"))
for p in ["(", ")", "*", "a**", "[", "[b-a]", r"\q", "(?P<a", "(?P<1>a)", "(?P<a>.)(?P<a>.)", r"\1", "(?P=x)", "(?x", "(?z)", "a{2,1}", "(?<a)", "(?<=a+)b", "(?(1)a|b|c)", "(?(2)a)", "(a\\1)", "abc(?i)", "x{99999999999}", "(?#", "(?P", "a\\", "[a", r"[\d-z]", r"\x1", "(?-)", "(?i-i:a)", "(?(a)b)","(?P<>a)", "+", "(?:a", "a|*", "x*+*", "\\777", "\\8"]:
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(repr(p), e, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(repr(p), type(e), e)
for t in [r"\1", r"\g<1>", r"\g<x>", r"\g<", r"\q", r"\g", "\\", r"\g<9>", r"\12", r"\101", r"\0"]:
    try: print(repr(re.sub("(a)", t, "bab")))
    except (re.error, IndexError) as e: print(t, e)
try: re.match("a", b"a")
except TypeError as e: print(e)
try: re.match("a", 5)
except TypeError as e: print(e)
try: re.match(b"a", "a")
except TypeError as e: print(e)
print(re.findall(rb"\w+", b"ab cd\xe9"), re.sub(b"a", b"\\g<0>x", b"banana"))
print(re.findall(r"\w+", "ab é"), re.findall(r"(?a)\w+", "ab é"), re.findall("É", "é", re.I))
p = re.compile("a(b)"); m = p.search("xxab", 1, 4); print(m.pos, m.endpos, m.re is p, m.string, m.lastindex, m.start(1), m.end(), m.expand(r"[\1]"))
print(p.groups, p.groupindex, p.flags, p.pattern, p == re.compile("a(b)"), {p: 1}[re.compile("a(b)")])
print(re.findall("(a)(b)?", "ab a"), re.findall("", "abc"), re.findall(r"a|", "ab"))
print(re.match(r"""
   (\d+)  # number
   \s* [ ]  # space
   x\#
""", "12   x#", re.VERBOSE))
print(re.sub(r"(?P<first>\w+) (?P<second>\w+)", r"\g<second> \g<first>", "hello world"))
print(re.split(r"\s+", "  a b  "), re.match(r"(?s).", "\n"), re.match(".", "\n"), re.match(r"a$", "a\n"), re.match(r"a\Z", "a\n"))
print(re.I, re.I | re.M, re.NOFLAG if hasattr(re, "NOFLAG") else 0, repr(re.compile("a", re.S)))
print(re.match("(a(b)?)+", "aba").groups(), re.match("(?:(a)|b)*", "ab").groups(), re.match("((a)|b)*?$", "abab").groups())
print(re.match(r"(\w+)\s+(?=\d)(\d+)(?!x)", "ab  12"), re.search("(?=(a+))a*b\\1", "baaabac").groups())
print(re.findall(r"[^\W\d_]+", "ab1_c d"), re.findall(r"[\]\-a^]", "]-a^b"), re.findall("[]a]", "]a"), re.findall(r"[\w.-]+@[\w.-]+", "me@x.org, you@y-z.com"))
