"""`types.GenericAlias`: a class with what stands in its brackets, as in `list[int]`."""


def _shown(part):
    if part is Ellipsis:
        return "..."
    if isinstance(part, list):
        return f"[{', '.join([_shown(each) for each in part])}]"
    if isinstance(part, type):
        name = part.__qualname__
        return name if part.__module__ == "builtins" else f"{part.__module__}.{name}"
    return repr(part)


def _parameters(arguments):
    found = []
    for each in arguments:
        more = [each] if type(each).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple") else getattr(each, "__parameters__", ())
        if not isinstance(each, type):
            found += [parameter for parameter in more if parameter not in found]
    return tuple(found)


class GenericAlias:
    def __init__(self, origin, arguments):
        self.__origin__ = origin
        self.__args__ = arguments if isinstance(arguments, tuple) else (arguments,)
        self.__parameters__ = _parameters(self.__args__)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, arguments):
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        given = arguments if isinstance(arguments, tuple) else (arguments,)
        if len(given) != len(self.__parameters__):
            many = "many" if len(given) > len(self.__parameters__) else "few"
            sizes = f"actual {len(given)}, expected {len(self.__parameters__)}"
            raise TypeError(f"Too {many} arguments for {self!r}; {sizes}")
        known = list(zip(self.__parameters__, given))
        return GenericAlias(self.__origin__, tuple([_replaced(each, known) for each in self.__args__]))

    def __iter__(self):
        yield self

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other):
        return UnionType((self, other))

    def __ror__(self, other):
        return UnionType((other, self))

    def __instancecheck__(self, instance):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, subclass):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __reduce__(self):
        return GenericAlias, (self.__origin__, self.__args__)

    def __repr__(self):
        inside = ", ".join([_shown(each) for each in self.__args__]) or "()"
        return f"{_shown(self.__origin__)}[{inside}]"


def _replaced(part, known):
    for parameter, value in known:
        if part is parameter:
            return value
    if isinstance(part, GenericAlias) and part.__parameters__:
        return GenericAlias(part.__origin__, tuple([_replaced(each, known) for each in part.__args__]))
    return part


class UnionType:
    """What `|` makes where one of the types is such an alias."""

    def __init__(self, parts):
        self.__args__ = parts

    def __or__(self, other):
        return UnionType((*self.__args__, other))

    def __ror__(self, other):
        return UnionType((other, *self.__args__))

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return " | ".join(["None" if part is None else _shown(part) for part in self.__args__])
