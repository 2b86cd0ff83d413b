"""Functions of functions."""

from _thread import RLock

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_MISSING = object()


def _named(function):
    # The machine knows attributes by names that some code has.
    return function.__module__, function.__name__, function.__qualname__, function.__doc__, function.__dict__


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


def reduce(function, iterable, /, *initial):
    iterator = iter(iterable)
    if initial:
        value = initial[0]
    else:
        for value in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        value = function(value, item)
    return value


class partial:
    """A function with its first arguments, and some by keyword."""

    def __init__(self, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __reduce__(self):
        hidden = ("func", "args", "keywords")
        others = {name: value for name, value in self.__getstate__().items() if name not in hidden}
        return type(self), (self.func,), (self.func, self.args, self.keywords, others or None)

    def __setstate__(self, state):
        self.func, self.args, self.keywords, others = state
        for name, value in (others or {}).items():
            setattr(self, name, value)

    def __repr__(self):
        args = [repr(self.func), *[repr(arg) for arg in self.args]]
        args += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"functools.partial({', '.join(args)})"


class partialmethod:
    """The same for what becomes a method."""

    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, instance, owner=None):
        function = self.func
        if instance is None:
            return partial(function, *self.args, **self.keywords)
        return partial(function, instance, *self.args, **self.keywords)


class _CacheInfo:
    """What a cache has to tell, a tuple with names."""

    def __init__(self, hits, misses, maxsize, currsize):
        self.hits, self.misses, self.maxsize, self.currsize = hits, misses, maxsize, currsize

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))

    def __getitem__(self, index):
        return tuple(self)[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return (
            f"CacheInfo(hits={self.hits}, misses={self.misses}, "
            f"maxsize={self.maxsize}, currsize={self.currsize})"
        )


def _key(args, kwargs, typed):
    if not kwargs and not typed:
        return args[0] if len(args) == 1 and type(args[0]) in (int, str) else (args,)
    key = (args, tuple(kwargs.items()))
    if typed:
        key += (tuple([type(arg) for arg in args]), tuple([type(arg) for arg in kwargs.values()]))
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _cached(maxsize, 128, False)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)

    return decorate


def cache(user_function, /):
    return _cached(user_function, None, False)


def _cached(function, maxsize, typed):
    # The keys are in the order of their last use. The lock is not held during the call.
    values, lock = {}, RLock()
    hits = misses = 0
    most = None if maxsize is None else max(maxsize, 0)

    def wrapper(*args, **kwargs):
        nonlocal hits, misses
        key = _key(args, kwargs, typed)
        if most is None:
            value = values.get(key, _MISSING)
            if value is not _MISSING:
                hits += 1
                return value
        elif most:
            with lock:
                if key in values:
                    hits += 1
                    value = values[key] = values.pop(key)
                    return value
        misses += 1
        value = function(*args, **kwargs)
        if most is None:
            values[key] = value
        elif most:
            with lock:
                if key not in values and len(values) >= most:
                    for oldest in values:
                        break
                    del values[oldest]
                values[key] = value
        return value

    def cache_info():
        return _CacheInfo(hits, misses, most, len(values))

    def cache_clear():
        nonlocal hits, misses
        with lock:
            values.clear()
            hits = misses = 0

    def cache_parameters():
        return {"maxsize": maxsize, "typed": typed}

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = cache_parameters
    return update_wrapper(wrapper, function)


class cached_property:
    """A property that is computed once: then the value is the instance's own."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        cache = instance.__dict__
        value = cache.get(self.attrname, _MISSING)
        if value is _MISSING:
            value = cache[self.attrname] = self.func(instance)
        return value


def _named_orderings(cls):
    return cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__


# What each ordering is made of, if a class has only this one and equality.
_ORDERINGS = {
    "__lt__": {
        "__gt__": lambda self, other: not (self < other or self == other),
        "__le__": lambda self, other: self < other or self == other,
        "__ge__": lambda self, other: not self < other,
    },
    "__le__": {
        "__ge__": lambda self, other: not self <= other or self == other,
        "__lt__": lambda self, other: self <= other and not self == other,
        "__gt__": lambda self, other: not self <= other,
    },
    "__gt__": {
        "__lt__": lambda self, other: not (self > other or self == other),
        "__ge__": lambda self, other: self > other or self == other,
        "__le__": lambda self, other: not self > other,
    },
    "__ge__": {
        "__le__": lambda self, other: not self >= other or self == other,
        "__gt__": lambda self, other: self >= other and not self == other,
        "__lt__": lambda self, other: not self >= other,
    },
}


def total_ordering(cls):
    own = [name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)]
    if own:
        for name, function in _ORDERINGS[own[0]].items():
            if name not in own:
                setattr(cls, name, function)
        return cls
    raise ValueError("must define at least one ordering operation: < > <= >=")


class KeyWrapper:
    def __init__(self, compare, obj):
        self._compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0


def cmp_to_key(mycmp):
    return lambda obj: KeyWrapper(mycmp, obj)


def _dispatched(cls, registry):
    """The class of a registry that is next to a class: of those it inherits from, or that are abstract."""
    mro = cls.__mro__
    abstract = [each for each in registry if each not in mro and issubclass(cls, each)]
    for each in mro:
        if each in registry and each is not object:
            return each
        fitting = [one for one in abstract if issubclass(each, one)]
        fitting = [one for one in fitting if not any([issubclass(base, one) for base in each.__bases__])]
        nearest = [one for one in fitting if all([one is other or not issubclass(other, one) for other in fitting])]
        if len(nearest) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {nearest[0]!r} or {nearest[1]!r}")
        if nearest:
            return nearest[0]
    return object


def _annotated(func):
    """The class that a function's first parameter is annotated with."""
    hints = getattr(func, "__annotations__", {})
    if not hints:
        raise TypeError(
            f"Invalid first argument to `register()`: {func!r}. "
            "Use either `@register(some_class)` or plain `@register` on an annotated function."
        )
    name, hint = next(iter(hints.items()))
    if isinstance(hint, str):
        raise NotImplementedError(
            "singledispatch by an annotation that is text is not supported by the playground: name the class, "
            f"`@register({hint})`"
        )
    if type(hint).__name__ == "UnionType":
        raise NotImplementedError(
            "singledispatch by several classes at once is not supported by the playground: register one after the other"
        )
    if not isinstance(hint, type):
        raise TypeError(f"Invalid annotation for {name!r}. {hint!r} is not a class.")
    return hint


def singledispatch(func):
    """Calls the function that is registered for the class of the first argument."""
    registry = {object: func}

    def dispatch(cls):
        return registry[_dispatched(cls, registry)]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda func: register(cls, func)
            func = cls
            cls = _annotated(func)
        registry[cls] = func
        return func

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register, wrapper.dispatch, wrapper.registry = register, dispatch, registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """The same for methods, by the first argument behind the object."""

    def __init__(self, func):
        self.dispatcher, self.func = singledispatch(func), func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            if not args:
                raise TypeError(f"{self.func.__name__} requires at least 1 positional argument")
            chosen = self.dispatcher.dispatch(type(args[0]))
            # What is a class method or a static one knows itself what to be bound to.
            if hasattr(type(chosen), "__get__"):
                return chosen.__get__(obj, cls)(*args, **kwargs)
            return chosen(obj, *args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)
