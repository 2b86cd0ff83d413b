"""How objects are taken apart, for `pickle` and `copy`, and made again."""

from _copy import instance as _instance

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
    if args:
        raise TypeError(f"{cls.__name__}() takes no arguments")
    return _instance(cls)


def __newobj_ex__(cls, args, kwargs):
    return __newobj__(cls, *args, **kwargs)


def _reduce(obj):
    """What `object.__reduce_ex__` says."""
    cls = type(obj)
    args, kwargs = (), {}
    if hasattr(cls, "__getnewargs_ex__"):
        both = obj.__getnewargs_ex__()
        if not isinstance(both, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(both).__name__}'")
        if len(both) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(both)}")
        args, kwargs = both
        if not isinstance(args, tuple):
            kind = type(args).__name__
            raise TypeError(f"first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{kind}'")
        if not isinstance(kwargs, dict):
            kind = type(kwargs).__name__
            raise TypeError(f"second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{kind}'")
    elif hasattr(cls, "__getnewargs__"):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
    state = obj.__getstate__()
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, None, None
    return __newobj__, (cls, *args), state, None, None
