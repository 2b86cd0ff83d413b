"""Text that a program runs: `exec`, `eval` and `compile`. What is compiled stays, so that the same text is
compiled once. In the program's own namespace its names are the program's; in another one they are looked
up there, by the functions below."""

import builtins
from _builtins import globals as _program
from _compiler import build
from _thread import RLock as _RLock

_units = {}
_lock = _RLock()
# What `eval` and `exec` say of globals and locals that are none.
_WRONG = (
    ("globals must be a dict", "locals must be a mapping"),
    ("exec() globals must be a dict, not {}", "locals must be a mapping or None, not {}"),
)


class code:
    """What `compile` gives. It is compiled for the program's own namespace when it is run there."""

    def __init__(self, source, filename, mode, is_shown=False):
        self._source, self.co_filename, self._mode, self._is_shown = source, filename, mode, is_shown
        self.co_name = self.co_qualname = "<module>"
        self.co_firstlineno = 1
        self.unit("dicts")

    def unit(self, names):
        # What runs it, with names in dicts, of the program, or in both.
        key = self._source, self.co_filename, self._mode, names
        unit = _units.get(key)
        if unit is None:
            with _lock:
                unit = build(*key, self._is_shown)
                if not isinstance(unit, tuple) and unit.__name__ == "<import>":
                    # Modules that the program has not imported before are run first.
                    unit()
                    unit = build(*key, self._is_shown)
            if isinstance(unit, tuple):
                message, line, column, text = unit
                raise SyntaxError(message, (self.co_filename, line, column, text))
            _units[key] = unit
        return unit

    def run(self, globals, locals):
        is_program = globals is None or globals is _program()
        if is_program and (locals is None or locals is _program()):
            return self.unit("program")()
        if is_program:
            globals = _program()
        elif not isinstance(globals, dict):
            raise TypeError(_WRONG[self._mode != "eval"][0].format(type(globals).__name__))
        else:
            globals.setdefault("__builtins__", builtins)
        if locals is None:
            locals = globals
        elif not hasattr(locals, "__getitem__"):
            raise TypeError(_WRONG[self._mode != "eval"][1].format(type(locals).__name__))
        return self.unit("both" if is_program else "dicts")(globals, locals)

    def __repr__(self):
        return f'<code object <module> at {hex(id(self))}, file "{self.co_filename}", line 1>'


def _text(source, caller):
    if isinstance(source, str):
        text = source
    elif isinstance(source, (bytes, bytearray, memoryview)):
        text = bytes(source).decode()
    else:
        raise TypeError(f"{caller} must be a string, bytes or code object")
    if "\0" in text:
        raise SyntaxError("source code string cannot contain null bytes")
    return text


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1):
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    text = _text(source, "compile() arg 1")
    return code(text.lstrip(" \t") if mode == "eval" else text, filename, mode)


def exec(source, /, globals=None, locals=None, *, closure=None):
    if not isinstance(source, code):
        source = code(_text(source, "exec() arg 1"), "<string>", "exec")
    source.run(globals, locals)


def eval(source, /, globals=None, locals=None):
    if not isinstance(source, code):
        source = code(_text(source, "eval() arg 1").lstrip(" \t"), "<string>", "eval")
    return source.run(globals, locals)


def display(value):
    # What a prompt shows of an expression.
    if value is not None:
        print(repr(value))


_absent = object()


def load(globals, locals, name, default=_absent):
    try:
        return locals[name]
    except KeyError:
        return load_global(globals, name, default)


def load_global(globals, name, default=_absent):
    try:
        return globals[name]
    except KeyError:
        pass
    known = globals.get("__builtins__", builtins)
    if isinstance(known, dict):
        default = known.get(name, _absent)
    elif default is _absent:
        default = getattr(builtins, name, _absent)
    if default is _absent:
        raise NameError(f"name '{name}' is not defined")
    return default


def delete(namespace, name):
    try:
        del namespace[name]
    except KeyError:
        raise NameError(f"name '{name}' is not defined") from None
