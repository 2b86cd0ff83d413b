"""Names that match patterns of a shell."""

from re import compile as _compile

_known = {}


def translate(pat):
    parts, at = [""], 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == "*":
            if len(parts) == 1 or parts[-1]:
                parts.append("")
        elif c == "?":
            parts[-1] += "."
        elif c == "[" and "]" in pat[at + 1 :]:
            end = pat.index("]", at + 1)
            inside = pat[at:end].replace("\\", "\\\\")
            parts[-1] += f"[^{inside[1:]}]" if inside[0] == "!" else f"[{inside}]"
            at = end + 1
        else:
            parts[-1] += c if c.isalnum() or c == "_" else f"\\{c}"
    if len(parts) == 1:
        return rf"(?s:{parts[0]})\Z"
    # What stands between stars is taken where it comes first, and not tried elsewhere.
    inner = "".join([f"(?>.*?{part})" for part in parts[1:-1]])
    return rf"(?s:{parts[0]}{inner}.*{parts[-1]})\Z"


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
