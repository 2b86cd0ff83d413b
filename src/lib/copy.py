"""Copies of objects, and of what they lead to."""


from _copy import instance as _instance


class Error(Exception):
    pass


error = Error


def copy(x):
    kind = type(x)
    if kind in (list, dict, set):
        return x.copy()
    if hasattr(kind, "__copy__"):
        return x.__copy__()
    if hasattr(x, "_ring") or hasattr(x, "_data"):
        # Those of `collections` hold another container.
        return x.copy()
    attributes = _attributes(x)
    if attributes is not None:
        return _like(x, attributes)
    return x


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    known = memo.get(id(x))
    if known is not None:
        return known
    kind = type(x)
    if kind is list:
        new = memo[id(x)] = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif kind is dict:
        new = memo[id(x)] = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    elif kind is set:
        new = {deepcopy(item, memo) for item in x}
    elif kind is tuple:
        new = tuple([deepcopy(item, memo) for item in x])
        if all([a is b for a, b in zip(new, x)]):
            new = x
    elif hasattr(kind, "__deepcopy__"):
        new = x.__deepcopy__(memo)
    elif hasattr(x, "_ring"):
        new = memo[id(x)] = x.copy()
        new.clear()
        for item in x:
            new.append(deepcopy(item, memo))
    elif (attributes := _attributes(x)) is not None:
        new = memo[id(x)] = _like(x, {})
        for name, value in attributes.items():
            setattr(new, name, deepcopy(value, memo))
    elif kind.__name__ in ("lock", "RLock", "Event", "Semaphore", "generator"):
        raise TypeError(f"cannot pickle '{_full_name(kind)}' object")
    else:
        return x
    return new


def _full_name(kind):
    return f"_thread.{kind.__name__}" if kind.__name__ in ("lock", "RLock") else kind.__name__


def _attributes(x):
    """Of an instance of a class of the program that is no exception; `None` of anything else."""
    if isinstance(x, (type, BaseException, type(copy))):
        return None
    try:
        return vars(x)
    except TypeError:
        return None


def _like(x, attributes):
    new = _instance(type(x))
    for name, value in attributes.items():
        setattr(new, name, value)
    return new
