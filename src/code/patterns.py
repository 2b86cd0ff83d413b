"""What `match` finds in its subject: a list of the parts that its patterns are for, or `None`. See
prelude.rs."""


def match_sequence(subject, before, after):
    # So many single items before what is left over, and behind it; none is left over if `after` is
    # `None`.
    if not isinstance(subject, (list, tuple, range)) and not has_mark(subject, "_is_sequence"):
        return None
    length = len(subject)
    if after is None:
        return [subject[index] for index in range(length)] if length == before else None
    if length < before + after:
        return None
    items = [subject[index] for index in range(before)]
    items.append([subject[index] for index in range(before, length - after)])
    for index in range(length - after, length):
        items.append(subject[index])
    return items


def match_mapping(subject, keys, wants_rest):
    if not isinstance(subject, dict) and not has_mark(subject, "_is_mapping"):
        return None
    if len(subject) < len(keys):
        return None
    values = []
    known = set()
    for key in keys:
        if key in known:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        known.add(key)
        value = subject.get(key, known)
        if value is known:
            return None
        values.append(value)
    if wants_rest:
        values.append({key: subject[key] for key in subject.keys() if key not in known})
    return values


def has_mark(subject, mark):
    # Of classes of the library that are like lists and dicts, and no subclasses of theirs.
    return getattr_or(type(subject), mark, False)


def match_class(subject, kind, count, names):
    if not isinstance(kind, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, kind):
        return None
    values = []
    if count:
        try:
            fields = kind.__match_args__
        except AttributeError:
            if issubclass(kind, (bytes, dict, float, int, list, set, type(""), tuple)):
                # Such a value is matched itself.
                match_arguments(kind, 1, count)
                values.append(subject)
            else:
                match_arguments(kind, 0, count)
        else:
            if not isinstance(fields, tuple):
                name = type(fields).__name__
                raise TypeError(f"{kind.__name__}.__match_args__ must be a tuple (got {name})")
            match_arguments(kind, len(fields), count)
            names = fields[:count] + names
    known = set()
    for name in names:
        if not isinstance(name, type("")):
            raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
        if name in known:
            raise TypeError(f"{kind.__name__}() got multiple sub-patterns for attribute {name!r}")
        known.add(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return values


def match_arguments(kind, most, count):
    if count > most:
        s = "" if most == 1 else "s"
        raise TypeError(
            f"{kind.__name__}() accepts {most} positional sub-pattern{s} ({count} given)"
        )
