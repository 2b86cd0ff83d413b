"""How objects are taken apart, for `pickle` and `copy`, and made again."""

from _copy import build as _native_build
from _copy import held as _held
from random import Random as _Random

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reduced(obj, protocol):
    """What `pickle` and `copy` ask."""
    reduce = dispatch_table.get(type(obj))
    if reduce is not None:
        return reduce(obj)
    if isinstance(obj, _Random):
        return _Random, (), obj.getstate()
    return obj.__reduce_ex__(protocol)


def _reduce(obj):
    """What `object.__reduce_ex__` says."""
    cls = type(obj)
    args, kwargs = (), {}
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = _checked_both(obj.__getnewargs_ex__())
    elif hasattr(cls, "__getnewargs__"):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    # The value that it holds, if its class inherits from one of Python's own.
    held, items, pairs = _held(obj), None, None
    state = obj.__getstate__()
    if isinstance(held, (set, frozenset)):
        return cls, (list(held),), state
    if isinstance(held, list):
        items = iter(held)
    elif isinstance(held, dict):
        pairs = iter(held.items())
    elif held is not None and not args and not kwargs:
        args = (held,)
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, items, pairs
    return __newobj__, (cls, *args), state, items, pairs


def _checked_both(both):
    if not isinstance(both, tuple):
        raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(both).__name__}'")
    if len(both) != 2:
        raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(both)}")
    for part, kind, which in zip(both, (tuple, dict), ("first", "second")):
        if not isinstance(part, kind):
            raise TypeError(
                f"{which} item of the tuple returned by __getnewargs_ex__ must be a {kind.__name__}, "
                f"not '{type(part).__name__}'"
            )
    return both


def _build(obj, state):
    """Gives an object its state."""
    if _native_build(obj, state):
        return
    if hasattr(obj, "__setstate__"):
        obj.__setstate__(state)
        return
    if isinstance(obj, _Random):
        obj.setstate(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if isinstance(obj, BaseException):
        state, slots = None, state
    if state:
        attributes = obj.__dict__
        for name, value in state.items():
            attributes[name] = value
    if slots:
        for name, value in slots.items():
            if name == "__notes__":
                for note in value:
                    obj.add_note(note)
            else:
                setattr(obj, name, value)
