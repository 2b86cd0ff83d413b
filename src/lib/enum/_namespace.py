"""What the body of an enumeration is told of: `auto()` becomes a value there, and names are taken once."""


class auto:
    """Stands for the next value, which the class knows."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class member:
    """Makes a member of what would not be one: a function, say."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps what would be a member an attribute."""

    def __init__(self, value):
        self.value = value


def is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


_RESERVED = (
    "_order_",
    "_generate_next_value_",
    "_numeric_repr_",
    "_missing_",
    "_ignore_",
    "_iter_member_",
    "_iter_member_by_value_",
    "_iter_member_by_def_",
    "_add_alias_",
    "_add_value_alias_",
    "_boundary_",
    "_value_",
)


def is_descriptor(value):
    if isinstance(value, (_function, property, classmethod, staticmethod)):
        return True
    kind = type(value)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def _some_function():
    pass


_function = type(_some_function)


class Namespace(dict):
    def __init__(self, name, generate):
        super().__init__()
        self.private = f"_{name.lstrip('_')}__"
        self.class_name = name
        self.generate = generate
        self.member_names = []
        self.values_so_far = []
        self.ignored = ()

    def __setitem__(self, key, value):
        if key.startswith(self.private) and not key.endswith("__"):
            pass
        elif is_sunder(key):
            value = self.special(key, value)
        elif is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self.member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self.ignored or isinstance(value, nonmember) or self.is_attribute(value):
            value = value.value if isinstance(value, nonmember) else value
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self.member_value(key, value)
        super().__setitem__(key, value)

    def is_attribute(self, value):
        if isinstance(value, member):
            return False
        is_inner = isinstance(value, type) and value.__qualname__.startswith(self.class_name + ".")
        return is_inner or is_descriptor(value)

    def special(self, key, value):
        if key not in _RESERVED:
            raise ValueError("_sunder_ names, such as '" + key + "', are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self.member_names:
                raise TypeError("_generate_next_value_ must be defined before members")
            self.generate = value.__func__ if isinstance(value, staticmethod) else value
            return staticmethod(self.generate)
        if key == "_ignore_":
            names = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self.ignored = names
            known = [name for name in names if name in self.member_names]
            if known:
                raise ValueError(f"_ignore_ cannot specify already set names: {known!r}")
        return value

    def member_value(self, key, value):
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self.next_value(key, value)
        elif type(value) is tuple:
            value = tuple(
                [self.next_value(key, item) if isinstance(item, auto) else item for item in value]
            )
        self.member_names.append(key)
        self.values_so_far.append(value)
        return value

    def next_value(self, key, value):
        if value.value is None:
            before = self.values_so_far
            value.value = self.generate(key, 1, len(before), before[:])
        return value.value
