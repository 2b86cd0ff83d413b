"""Generators, unpacking, and chains of conditions."""


def pairs(items, limit=None):
    for index, (key, *rest) in enumerate(items):
        if limit is not None and not 0 <= index < limit:
            return
        answer = yield key, rest[1:]
        if answer or rest and key in rest:
            yield from_rest(rest)


def from_rest(rest):
    return sum(len(item) for item in rest if item)
