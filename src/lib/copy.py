"""Copies of objects, and of what they lead to."""

from _copy import shallow as _shallow
from copyreg import _build, _reduced


class Error(Exception):
    pass


error = Error


def copy(x):
    kind = type(x)
    if kind in _IMMUTABLE or isinstance(x, type):
        return x
    if kind in (list, dict, set):
        return x.copy()
    if hasattr(kind, "__copy__"):
        return x.__copy__()
    new = _shallow(x)
    if new is not None:
        return new
    parts = _reduced(x, 4)
    return x if isinstance(parts, str) else _made(x, None, *parts)


def deepcopy(x, memo=None):
    kind = type(x)
    if kind in _IMMUTABLE and kind is not tuple:
        return x
    memo = {} if memo is None else memo
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    if kind is list:
        new = memo[id(x)] = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif kind is dict:
        new = memo[id(x)] = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    elif kind is tuple:
        new = tuple([deepcopy(item, memo) for item in x])
        if id(x) in memo:
            return memo[id(x)]
        if all([a is b for a, b in zip(new, x)]):
            new = x
    elif isinstance(x, type):
        new = x
    elif kind is set:
        new = {deepcopy(item, memo) for item in x}
    elif hasattr(kind, "__deepcopy__"):
        new = x.__deepcopy__(memo)
    elif (new := _shallow(x)) is not None:
        memo[id(x)] = new
        state = x.__getstate__()
        if state is not None:
            _build(new, deepcopy(state, memo))
    else:
        parts = _reduced(x, 4)
        new = x if isinstance(parts, str) else _made(x, memo, *parts)
    if new is not x:
        memo[id(x)] = new
        # It stays, so that nothing else gets its identity meanwhile.
        memo.setdefault(id(memo), []).append(x)
    return new


def _made(x, memo, func, args, state=None, items=None, pairs=None):
    """What `__reduce_ex__` tells how to make."""
    if memo is not None:
        args = [deepcopy(arg, memo) for arg in args]
    new = func(*args)
    if memo is not None:
        memo[id(x)] = new
    if state is not None:
        _build(new, state if memo is None else deepcopy(state, memo))
    if items is not None:
        for item in items:
            new.append(item if memo is None else deepcopy(item, memo))
    if pairs is not None:
        for key, value in pairs:
            if memo is not None:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            new[key] = value
    return new


_IMMUTABLE = {
    *(type(None), bool, int, float, str, bytes, tuple, frozenset, range, type, property),
    *(type(...), type(len), type(copy)),
}


def replace(obj, /, **changes):
    method = getattr(type(obj), "__replace__", None) or getattr(type(obj), "_replace", None)
    if method is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return method(obj, **changes)
