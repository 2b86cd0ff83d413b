"""Copies of objects, and of what they lead to."""


from _copy import attributes as _attributes
from _copy import held as _held
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
    if hasattr(x, "_ring"):
        # A deque holds another container.
        return x.copy()
    attributes = _attributes(x)
    if attributes is not None:
        return _like(x, copy(_held(x)), attributes)
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
        # First those that are changed in place, since what is in them may lead back here.
        held = _held(x)
        is_filled = isinstance(held, (list, dict, set))
        new = memo[id(x)] = _like(x, type(held)() if is_filled else deepcopy(held, memo), {})
        if is_filled:
            _fill(_held(new), deepcopy(held, memo))
        for name, value in attributes.items():
            object.__setattr__(new, name, deepcopy(value, memo))
    elif kind.__name__ in ("lock", "RLock", "Event", "Semaphore", "generator"):
        raise TypeError(f"cannot pickle '{_full_name(kind)}' object")
    else:
        return x
    return new


def _full_name(kind):
    return f"_thread.{kind.__name__}" if kind.__name__ in ("lock", "RLock") else kind.__name__


def _fill(container, items):
    if isinstance(container, list):
        container.extend(items)
    else:
        container.update(items)


def _like(x, held, attributes):
    new = _instance(type(x), held)
    for name, value in attributes.items():
        object.__setattr__(new, name, value)
    return new
