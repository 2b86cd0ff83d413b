"""Enumerations: classes whose instances are named when the class is made, and no more can be made."""

from enum._namespace import Namespace, auto, is_descriptor, member, nonmember


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        _refuse_more_members(cls, bases)
        first = _first_enum(bases)
        return Namespace(cls, getattr(first, "_generate_next_value_", None))

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if type(classdict) is dict:
            # The namespace of `type(name, bases, namespace)`.
            told = metacls.__prepare__(cls, bases)
            for key, value in classdict.items():
                told[key] = value
            classdict = told
        names = classdict.member_names
        bad = [name for name in names if name in ("mro", "")]
        if bad:
            raise ValueError("invalid enum member name(s) " + ",".join([repr(name) for name in bad]))
        attributes = {
            key: value
            for key, value in classdict.items()
            if key not in names and key not in classdict.ignored
        }
        first = _first_enum(bases)
        made_by, member_type = _made_by(attributes, bases, first)
        attributes.pop("_ignore_", None)
        order = attributes.pop("_order_", None)
        enum_class = super().__new__(metacls, cls, bases, attributes, **kwds)
        enum_class._member_names_ = []
        enum_class._member_map_ = {}
        enum_class._value2member_map_ = {}
        enum_class._unhashable_ = []
        enum_class._member_type_ = member_type
        enum_class._new_member_ = made_by
        # What an enumeration is called with is looked up; its members are made by the other one.
        if first is not None and "__new__" in attributes:
            enum_class.__new_member__ = made_by
        if first is not None:
            enum_class.__new__ = Enum.__new__
        if boundary is not None:
            enum_class._boundary_ = boundary
        enum_class._flag_mask_ = 0
        enum_class._singles_mask_ = 0
        for name in names:
            enum_class._add_member(name, classdict[name])
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if [name for name in wanted if name in enum_class._member_names_] != enum_class._member_names_:
                text = f"member order does not match _order_:\n  {enum_class._member_names_!r}\n  {wanted!r}"
                raise TypeError(text)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def _add_member(cls, name, value):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if cls._member_type_ is object and cls._new_member_ is object.__new__:
            made = object.__new__(cls)
        else:
            made = cls._new_member_(cls, *args)
        if not hasattr(made, "_value_"):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    text = "_value_ not set in __new__, unable to create it"
                    raise TypeError(text) from error
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        known = cls._with_value(made._value_)
        is_canonical = known is None
        if is_canonical:
            made._sort_order_ = len(cls._member_names_)
        else:
            made = known
        if cls._is_flag and is_canonical:
            is_canonical = cls._learn_flag(made._value_)
        if known is None and is_canonical:
            cls._member_names_.append(name)
        type.__setattr__(cls, name, made)
        cls._member_map_[name] = made
        if known is None:
            cls._remember(made._value_, made)

    def _learn_flag(cls, value):
        """Is it a bit of its own, rather than a name for several?"""
        if not isinstance(value, int):
            return True
        if value >= 0:
            cls._flag_mask_ = cls._flag_mask_ | value
            if value and value & (value - 1) == 0:
                cls._singles_mask_ = cls._singles_mask_ | value
                return True
        return False

    def _remember(cls, value, made):
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_.append((value, made))

    def _with_value(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for known, made in cls._unhashable_:
                if known == value:
                    return made
            return None

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not None:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is None and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create(value, () if names is None else names, type, start, boundary)

    def _create(cls, class_name, names, mixin, start, boundary):
        """`Enum("Color", "RED GREEN")`"""
        bases = (cls,) if mixin is None else (mixin, cls)
        first = _first_enum(bases)
        metacls = type(first)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            so_far = []
            for count, name in enumerate(names):
                value = first._generate_next_value_(name, start, count, so_far[:])
                so_far.append(value)
                namespace[name] = value
        else:
            for item in names:
                name, value = (item, names[item]) if isinstance(item, str) else item
                namespace[name] = value
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if cls._is_flag:
            try:
                return isinstance(cls._missing_(value), cls)
            except (ValueError, TypeError):
                return False
        return cls._with_value(value) is not None

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in getattr(cls, "_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if cls._is_flag else "enum"
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


def _first_enum(bases):
    for base in reversed(bases):
        if isinstance(base, EnumType):
            return base
    return None


def _refuse_more_members(cls, bases):
    for base in bases:
        if isinstance(base, EnumType) and base._member_names_:
            raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")


def _made_by(attributes, bases, first):
    """What makes the members of a class, and which class of Python's own they hold a value of."""
    member_type = object
    for base in bases:
        for above in base.__mro__:
            if isinstance(above, EnumType):
                if above._member_type_ is not object:
                    member_type = above._member_type_
                    break
            elif above is not object and (above in _DATA or "__new__" in getattr(above, "__dict__", ())):
                member_type = above
                break
        if member_type is not object:
            break
    own = attributes.get("__new__")
    if own is not None:
        return (own.__func__ if isinstance(own, staticmethod) else own), member_type
    for base in bases:
        for above in base.__mro__:
            made_by = getattr(above, "__new_member__", None) if isinstance(above, EnumType) else None
            if made_by is not None:
                return made_by, member_type
    return (object.__new__ if member_type is object else member_type.__new__), member_type


_DATA = (int, float, str, bytes, tuple, list, dict, set)


class property:
    """An attribute of members whose name may be that of a member, too."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset = fget, fset
        self.__doc__ = doc

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.name in owner._member_map_:
                return owner._member_map_[self.name]
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {type(instance).__name__!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)


DynamicClassAttribute = property


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        known = cls._with_value(value)
        if known is not None:
            return known
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        try:
            result = cls._missing_(value)
        except Exception as error:
            if isinstance(error, ValueError) and cls._is_flag:
                raise
            raise error from ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if isinstance(result, cls):
            return result
        if cls._is_flag and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        unknown = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None:
            raise unknown
        text = f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
        raise TypeError(text) from unknown

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {_shown_value(self)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return str(self).__format__(spec)

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


# Behind the body, where it would be a member.
Enum._is_flag = False


def _shown_value(made):
    kind = type(made)._member_type_
    return repr(made._value_) if kind is object else kind.__repr__(made._value_)


class ReprEnum(Enum):
    """Shown by `str` as the value that its members hold."""


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        for value in values[:1]:
            if not isinstance(value, str):
                raise TypeError(f"{value!r} is not a string")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec)


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    _boundary_ = STRICT
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        every = 2 ** mask.bit_length() - 1
        is_negative = value < 0
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_binary(value, bits)}\n  allowed {_binary(mask, bits)}"
                )
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif is_negative:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = every + 1 + value
            if cls._boundary_ is not KEEP:
                value = value & mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [one._name_ for one in cls._iter_member_(value)]
        rest = value & ~mask
        if rest and names:
            names.append(cls._numeric_repr_(rest))
        made._name_ = "|".join(names) if names else None
        made._sort_order_ = len(cls._member_names_)
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _iter_member_(cls, value):
        for name in cls._member_names_:
            one = cls._member_map_[name]
            if one._value_ & value and one._value_ & cls._singles_mask_:
                yield one

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            mine, theirs = type(self).__qualname__, type(other).__qualname__
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{theirs}' and '{mine}'"
            )
        return other._value_ & self._value_ == other._value_

    def __repr__(self):
        shown = type(self)._numeric_repr_(self._value_)
        if self._name_ is None:
            return f"<{type(self).__name__}: {shown}>"
        return f"<{type(self).__name__}.{self._name_}: {shown}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"

    def _bits_of(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is not object and isinstance(other, type(self)._member_type_):
            return int(other)
        return None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = type(self)
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)


Flag._is_flag = True


class IntFlag(int, ReprEnum, Flag):
    _boundary_ = KEEP

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)


def _binary(value, bits):
    sign = "0b1 " if value < 0 else "0b0 "
    return sign + format(value % 2**bits if value < 0 else value, f"0{bits}b")


def unique(enumeration):
    aliases = [(name, made._name_) for name, made in enumeration._member_map_.items() if name != made._name_]
    if aliases:
        shown = ", ".join([f"{alias} -> {name}" for alias, name in aliases])
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


def global_enum(cls, update_str=False):
    return cls
