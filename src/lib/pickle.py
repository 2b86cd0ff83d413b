"""Objects as bytes. What is Python's own is written and read by `_pickle`, which comes back here where
code of the program has a word."""

from _pickle import PickleError, PicklingError, UnpicklingError
from _pickle import find as _find
from _pickle import reader as _reader
from _pickle import writer as _writer
from copyreg import __newobj__ as _new
from copyreg import __newobj_ex__ as _new_ex
from copyreg import _build, _reduced

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 5


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    return _written(_writer(DEFAULT_PROTOCOL if protocol is None else protocol, False), obj, protocol)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol).dump(obj)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return _read(_reader(False), data)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file).load()


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        self._writer = _writer(self._protocol, hasattr(self, "persistent_id"))
        self._write = file.write

    def dump(self, obj, /):
        self._write(_written(self._writer, obj, self._protocol, self))

    def clear_memo(self):
        self._writer.clear_memo()


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._reader = _reader(type(self).find_class is not Unpickler.find_class)

    def load(self):
        file = self._file
        start = file.tell()
        try:
            return _read(self._reader, file.read(), self)
        finally:
            file.seek(start + self._reader.at())

    def find_class(self, module_name, global_name, /):
        return _find(module_name, global_name)

    def persistent_load(self, pid, /):
        raise UnpicklingError(_NO_PERSISTENT)


_NO_PERSISTENT = "A load persistent id instruction was encountered, but no persistent_load function was specified."


def _written(writer, obj, protocol, pickler=None):
    try:
        asked = writer.begin(obj)
        while asked is not True:
            if asked is None:
                asked = writer.go_on()
                continue
            what, object = asked
            asked = writer.resume(_parts(object, protocol) if what == "parts" else pickler.persistent_id(object))
    except BaseException as error:
        for note in writer.notes():
            error.add_note(note)
        raise
    return writer.end()


def _parts(obj, protocol):
    """What an object is made of, with lists in place of iterators."""
    value = _reduced(obj, DEFAULT_PROTOCOL if protocol is None else protocol)
    if isinstance(value, tuple) and len(value) > 3:
        value = tuple([_listed(index, part) for index, part in enumerate(value)])
    return value


def _listed(index, part):
    if part is None or index not in (3, 4):
        return part
    if not hasattr(part, "__next__"):
        which = "fourth" if index == 3 else "fifth"
        raise PicklingError(
            f"{which} item of the tuple returned by __reduce__ must be an iterator, not {type(part).__name__}"
        )
    return list(part)


def _read(reader, data, unpickler=None):
    asked = reader.begin(data)
    while asked is not True:
        if asked is None:
            asked = reader.go_on()
            continue
        what, first, second = asked
        value = None
        if what == "call":
            value = first(*second)
        elif what == "build":
            _build(first, second)
        elif what == "new":
            value = _new(first, *second)
        elif what == "new_ex":
            value = _new_ex(first, *second)
        elif what == "set_items":
            for index in range(0, len(second), 2):
                first[second[index]] = second[index + 1]
        elif what == "append":
            if hasattr(first, "extend"):
                first.extend(second)
            else:
                for item in second:
                    first.append(item)
        elif what == "add_items":
            for item in second:
                first.add(item)
        elif what == "find":
            value = unpickler.find_class(first, second)
        elif unpickler is None:
            raise UnpicklingError(_NO_PERSISTENT)
        else:
            value = unpickler.persistent_load(first)
        asked = reader.resume(value)
    return reader.value()


def _encode(text, encoding):
    """How Python 2 could be given bytes."""
    return text.encode(encoding)
