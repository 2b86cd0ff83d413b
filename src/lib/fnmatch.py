"""Names that match patterns of a shell."""

from re import compile as _compile

_known = {}


def translate(pat):
    found, at = "", 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            found += ".*"
        elif c == "?":
            found += "."
        elif c == "[" and "]" in pat[at + 1 :]:
            end = pat.index("]", at + 1)
            inside = pat[at:end].replace("\\", "\\\\")
            found += f"[^{inside[1:]}]" if inside[0] == "!" else f"[{inside}]"
            at = end + 1
        else:
            found += c if c.isalnum() or c == "_" else f"\\{c}"
    return rf"(?s:{found})\Z"


def fnmatchcase(name, pat):
    pattern = _known.get(pat)
    if pattern is None:
        pattern = _known[pat] = _compile(translate(pat))
    return pattern.match(name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def filterfalse(names, pat):
    return [name for name in names if not fnmatchcase(name, pat)]
