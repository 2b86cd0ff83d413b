"""Lines of files: of the program, of what it has compiled, and of what it has put here itself."""

from _compiler import source_of as _source_of

cache = {}


def getlines(filename, module_globals=None):
    known = cache.get(filename)
    if known is not None:
        return known[2]
    text = _source_of(filename)
    if text is None:
        try:
            with open(filename) as file:
                text = file.read()
        except (OSError, UnicodeDecodeError):
            return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (len(text), None, lines, filename)
    return lines


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    return getlines(filename)


def lazycache(filename, module_globals):
    return False
