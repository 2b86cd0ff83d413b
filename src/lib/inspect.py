"""What objects are, and what functions take."""

import re as _re
import types as _types
from _compiler import source_of as _source_of
from _frames import _getframe
from _inspect import parameters as _parameters
from functools import partial as _partial
from sys import exc_info

CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"

AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


class _empty:
    pass


class _Kind(int):
    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    def __str__(self):
        return self.name

    @property
    def name(self):
        return ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")[self]

    @property
    def description(self):
        return (
            "positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword",
        )[self]  # fmt: skip


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL = _Kind(0), _Kind(1), _Kind(2)
    KEYWORD_ONLY, VAR_KEYWORD = _Kind(3), _Kind(4)
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, _Kind(kind), default, annotation

    def replace(self, **changes):
        known = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation}
        known.update(changes)
        return Parameter(known.pop("name"), known.pop("kind"), **known)

    def __str__(self):
        text = ("", "", "*", "", "**")[self.kind] + self.name
        if self.annotation is not _empty:
            text += f": {_shown(self.annotation)}"
        if self.default is not _empty:
            text += f"={self.default!r}" if self.annotation is _empty else f" = {self.default!r}"
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.name, int(self.kind)))


def _shown(annotation):
    if isinstance(annotation, type):
        return annotation.__qualname__
    return annotation if isinstance(annotation, str) else repr(annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind > 2 or name not in self.arguments:
                break
            if parameter.kind == 2:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found, is_behind = {}, False
        for name, parameter in self.signature.parameters.items():
            is_behind = is_behind or parameter.kind > 2 or name not in self.arguments
            if name in self.arguments and is_behind and parameter.kind != 2:
                found.update(self.arguments[name] if parameter.kind == 4 else {name: self.arguments[name]})
        return found

    def apply_defaults(self):
        complete = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind in (2, 4):
                complete[name] = () if parameter.kind == 2 else {}
        self.arguments = complete

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in self.arguments.items()]
        return f"<BoundArguments ({', '.join(shown)})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {each.name: each for each in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=_empty):
        kept = self.return_annotation if return_annotation is _empty else return_annotation
        return Signature(list(self.parameters.values()) if parameters is None else parameters, return_annotation=kept)

    def _bind(self, args, kwargs, is_partial):
        found, rest = {}, list(args)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == 2:
                if rest:
                    found[name], rest = tuple(rest), []
            elif kind == 4:
                if kwargs:
                    found[name], kwargs = kwargs, {}
            elif rest and kind < 2:
                if name in kwargs and kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = rest.pop(0)
            elif name in kwargs and kind != 0:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not is_partial:
                what = "a required keyword-only argument" if kind == 3 else "a required argument"
                raise TypeError(f"missing {what}: {name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        for name in kwargs:
            raise TypeError(f"got an unexpected keyword argument {name!r}")
        return BoundArguments(self, found)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __str__(self):
        shown, last = [], None
        for each in self.parameters.values():
            if last == 0 and each.kind != 0:
                shown.append("/")
            if each.kind == 3 and last not in (2, 3):
                shown.append("*")
            shown.append(f"{each}")
            last = each.kind
        if last == 0:
            shown.append("/")
        text = f"({', '.join(shown)})"
        return text if self.return_annotation is _empty else f"{text} -> {_shown(self.return_annotation)}"

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        return isinstance(other, Signature) and self.parameters == other.parameters


def signature(callable, *, follow_wrapped=True, **options):
    parameters, *given = _taken(callable, follow_wrapped)
    return Signature(parameters, return_annotation=given[0] if given else _empty)


def _taken(obj, follow_wrapped=True):
    """The parameters of something that can be called, and what it is annotated to return, if that is known."""
    if isinstance(obj, _types.MethodType):
        return (_taken(obj.__func__, follow_wrapped)[0][1:],)
    if isinstance(obj, _partial):
        return (_rest_of(obj),)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        return (list(given.parameters.values()),)
    if follow_wrapped and hasattr(obj, "__wrapped__"):
        return _taken(obj.__wrapped__)
    if isinstance(obj, type):
        known = getattr(obj, "__dataclass_fields__", None)
        own = getattr(obj, "__init__", None)
        if known is not None and not _is_plain(own):
            return (_of_fields(known.values()),)
        if _parameters(own) is not None:
            return (_taken(own)[0][1:],)
        return ([],)
    found = _parameters(obj)
    if found is None:
        own = getattr(type(obj), "__call__", None)
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if _parameters(own) is None:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return (_taken(own)[0][1:],)
    names, only, by_name, has_rest, has_keywords, _ = found
    places = len(names) - by_name - has_rest - has_keywords
    defaults = obj.__defaults__ or ()
    named = obj.__kwdefaults__ or {}
    annotations = getattr(obj, "__annotations__", {})
    kinds = [0] * only + [1] * (places - only) + [3] * by_name + [2] * has_rest + [4] * has_keywords
    parameters = []
    for at, name in enumerate(names):
        default = named.get(name, _empty)
        if at < places and at >= places - len(defaults):
            default = defaults[at - places]
        parameters.append(Parameter(name, kinds[at], default=default, annotation=annotations.get(name, _empty)))
    if has_rest:
        parameters.insert(places, parameters.pop(places + by_name))
    return parameters, annotations.get("return", _empty)


def _is_plain(function):
    """Was it written by the program?"""
    found = _parameters(function)
    return found is not None and found[0] != ("self", "args", "kwargs")


def _of_fields(known):
    found = []
    for each in known:
        if each.init and each._field_type != "_FIELD_CLASSVAR":
            default = each.default
            if each._is_required():
                default = _empty
            elif type(default).__name__ == "_MISSING_TYPE":
                default = _Factory()
            found.append(Parameter(each.name, 3 if each.kw_only else 1, default=default, annotation=each.type))
    return [each for each in found if each.kind == 1] + [each for each in found if each.kind == 3]


class _Factory:
    def __repr__(self):
        return "<factory>"


def _rest_of(obj):
    parameters = _taken(obj.func)[0][:]
    count = len(obj.args)
    while count and parameters and parameters[0].kind < 2:
        parameters.pop(0)
        count -= 1
    found, is_by_name = [], False
    for each in parameters:
        if each.name in obj.keywords:
            each, is_by_name = each.replace(default=obj.keywords[each.name], kind=3), True
        elif is_by_name and each.kind == 1:
            each = each.replace(kind=3)
        if not (each.kind == 2 and is_by_name):
            found.append(each)
    return found


def _gives(obj, kind):
    while isinstance(obj, (_types.MethodType, _partial)):
        obj = obj.func if isinstance(obj, _partial) else obj.__func__
    found = _parameters(obj)
    return found is not None and found[-1] == kind


def iscoroutinefunction(obj):
    return _gives(obj, "coroutine")


def isgeneratorfunction(obj):
    return _gives(obj, "generator")


def isasyncgenfunction(obj):
    return _gives(obj, "async_generator")


def iscoroutine(object):
    return isinstance(object, _types.CoroutineType)


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def isasyncgen(object):
    return isinstance(object, _types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return _parameters(object) is not None


def ismethod(object):
    return isinstance(object, _types.MethodType) and hasattr(object, "__func__")


def isbuiltin(object):
    return type(object) is _types.BuiltinFunctionType


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", ()))


def isdatadescriptor(object):
    return not isclass(object) and hasattr(type(object), "__set__")


def getmembers(object, predicate=None):
    names = set()
    for base in object.__mro__ if isclass(object) else (object, *type(object).__mro__):
        try:
            names.update(vars(base))
        except TypeError:
            pass
    members = []
    for name in sorted(names):
        value = getattr(object, name, _empty)
        if value is not _empty and (predicate is None or predicate(value)):
            members.append((name, value))
    return members


def getdoc(object):
    text = getattr(object, "__doc__", None)
    return cleandoc(text) if isinstance(text, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def getmodule(object):
    return None


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def getfullargspec(func):
    parameters = list(signature(func).parameters.values())
    names = [each.name for each in parameters if each.kind < 2]
    defaults = [each.default for each in parameters if each.kind < 2 and each.default is not _empty]
    rest = [each.name for each in parameters if each.kind == 2]
    keywords = [each.name for each in parameters if each.kind == 4]
    only = [each.name for each in parameters if each.kind == 3]
    named = {each.name: each.default for each in parameters if each.kind == 3 and each.default is not _empty}
    return _FullArgSpec(
        names, rest[0] if rest else None, keywords[0] if keywords else None, tuple(defaults) or None, only, named or None
    )


class _FullArgSpec:
    def __init__(self, args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults):
        self.args, self.varargs, self.varkw, self.defaults = args, varargs, varkw, defaults
        self.kwonlyargs, self.kwonlydefaults, self.annotations = kwonlyargs, kwonlydefaults, {}

    def __iter__(self):
        return iter(vars(self).values())

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in vars(self).items()]
        return f"FullArgSpec({', '.join(shown)})"


def getgeneratorstate(generator):
    return _state(generator, "gi", (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen, "ag", (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def _state(object, prefix, states):
    created, running, suspended, closed = states
    if getattr(object, prefix + "_running"):
        return running
    if getattr(object, prefix + "_suspended"):
        return suspended
    return closed if getattr(object, prefix + "_frame") is None else created


def currentframe():
    return _getframe()


class _Place(tuple):
    # A tuple whose items have names.
    def __new__(cls, *values):
        return super().__new__(cls, values)

    @property
    def index(self):
        return self[-1]

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"{type(self).__name__}({', '.join(shown)})"


class Traceback(_Place):
    _fields = ("filename", "lineno", "function", "code_context", "index")


class FrameInfo(_Place):
    _fields = ("frame", "filename", "lineno", "function", "code_context", "index")


def getframeinfo(frame, context=1):
    if hasattr(frame, "tb_frame"):
        frame, lineno = frame.tb_frame, frame.tb_lineno
    else:
        lineno = frame.f_lineno
    code = frame.f_code
    lines, index = None, None
    if context > 0:
        source = (_source_of(code.co_filename) or "").splitlines(True)
        if source:
            start = max(0, min(lineno - 1 - context // 2, len(source) - context))
            lines, index = source[start : start + context], lineno - 1 - start
    return Traceback(code.co_filename, lineno, code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def stack(context=1):
    return getouterframes(_getframe(), context)


def trace(context=1):
    tb, found = exc_info()[2], []
    while tb is not None:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def getfile(object):
    code = getattr(unwrap(object), "__code__", None)
    if code is not None:
        return code.co_filename
    if getattr(object, "__module__", None) == "__main__" or getattr(object, "__name__", None) == "__main__":
        return "program.py"
    raise TypeError(f"{object!r} is a built-in class")


getsourcefile = getfile


def findsource(object):
    lines = (_source_of(getfile(object)) or "").splitlines(True)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        pattern = _re.compile(rf"^(\s*)class\s*{object.__name__}\b")
        for at, line in enumerate(lines):
            if pattern.match(line):
                return lines, at
        raise OSError("could not find class definition")
    return lines, unwrap(object).__code__.co_firstlineno - 1


def getsourcelines(object):
    lines, start = findsource(object)
    if ismodule(object):
        return lines, 0
    return getblock(lines[start:]), start + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getblock(lines):
    # Up to the first line that is not further in than the first one, without what is empty before it.
    margin, end, depth = len(lines[0]) - len(lines[0].lstrip()), 0, 0
    has_begun = False
    for at, line in enumerate(lines):
        text = line.strip()
        if has_begun and depth <= 0 and text and not text.startswith("#"):
            if len(line) - len(line.lstrip()) <= margin:
                break
        if text and not (text.startswith("#") and len(line) - len(line.lstrip()) <= margin):
            end = at + 1
        depth += sum([text.count(each) for each in "([{"]) - sum([text.count(each) for each in ")]}"])
        if not has_begun and depth <= 0 and text and not text.startswith("@"):
            has_begun = True
    return lines[:end]
