"""Groups of exceptions: see prelude.rs."""


def group_derive(group, exceptions):
    return BaseExceptionGroup(group.message, exceptions)


def group_split(group, condition):
    return group_parts(group, group_condition(condition))


def group_subgroup(group, condition):
    return group_parts(group, group_condition(condition))[0]


def group_condition(condition):
    # What says of an exception whether it is one of those that are asked for.
    is_kind = isinstance(condition, type) and issubclass(condition, BaseException)
    if is_kind or isinstance(condition, tuple) and all([is_exception_class(kind) for kind in condition]):
        return lambda exception: isinstance(exception, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError(
        "expected an exception type, a tuple of exception types, or a callable (other than a class)"
    )


def is_exception_class(kind):
    return isinstance(kind, type) and issubclass(kind, BaseException)


def group_parts(group, condition):
    # The part of a group, or of an exception, for which the condition holds, and the rest.
    if condition(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    parts = [group_parts(exception, condition) for exception in group.exceptions]
    return (
        group_of(group, [part for part, _ in parts if part is not None]),
        group_of(group, [rest for _, rest in parts if rest is not None]),
    )


def group_of(group, exceptions):
    if not exceptions:
        return None
    part = group.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    take_origin(part, group)
    return part


def group_leaves(exception):
    if not isinstance(exception, BaseExceptionGroup):
        return [id(exception)]
    return [leaf for inside in exception.exceptions for leaf in group_leaves(inside)]


def star_match(exception, kind):
    # Of what is left over for an `except*`: what it gets, and what is left over then.
    for one in kind if isinstance(kind, tuple) else (kind,):
        if not is_exception_class(one):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(one, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exception is None:
        return None, None
    if isinstance(exception, kind):
        is_group = isinstance(exception, BaseExceptionGroup)
        return exception if is_group else BaseExceptionGroup("", (exception,)), None
    if not isinstance(exception, BaseExceptionGroup):
        return None, exception
    parts = exception.split(kind)
    if not isinstance(parts, tuple):
        name, given = type(exception).__name__, type(parts).__name__
        raise TypeError(f"{name}.split must return a tuple, not {given}")
    if len(parts) < 2:
        name = type(exception).__name__
        raise TypeError(f"{name}.split must return a 2-tuple, got tuple of size {len(parts)}")
    return parts[0], parts[1]


def star_end(caught, raised, rest):
    # What goes on behind all `except*` of a `try`: what they have raised anew, and in one group, as it
    # was, what they have raised again and what none of them has caught.
    if rest is not None:
        raised.append(rest)
    if not isinstance(caught, BaseExceptionGroup):
        return raised[0] if raised else None
    again = [exception for exception in raised if is_part_of(exception, caught)]
    raised = [exception for exception in raised if not is_part_of(exception, caught)]
    leaves = [leaf for exception in again for leaf in group_leaves(exception)]
    again = group_parts(
        caught,
        lambda exception: id(exception) in leaves and not isinstance(exception, BaseExceptionGroup),
    )[0]
    if not raised:
        return again
    if again is not None:
        raised.append(again)
    return raised[0] if len(raised) == 1 else BaseExceptionGroup("", raised)
