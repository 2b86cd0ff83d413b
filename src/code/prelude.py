"""Built-ins that call functions of the program: see prelude.rs. Each is called by the native built-in
of its name where that would have to run code of the program, with the same arguments."""

import _thread
import sys


def collect(iterable):
    items = []
    for item in iterable:
        items.append(item)
    return items


def collect_sized(iterable):
    # As `list` does, for which a length is a hint.
    iterator = iter(iterable)
    ask_length(iterable)
    return collect(iterator)


def ask_length(iterable):
    # Only a `TypeError` means that there is none.
    kind = type(iterable)
    try:
        if hasattr(kind, "__len__"):
            len(iterable)
            return
        if not hasattr(kind, "__length_hint__"):
            return
        hint = kind.__length_hint__(iterable)
    except TypeError:
        return
    if hint is not NotImplemented:
        if not isinstance(hint, int):
            raise TypeError(f"__length_hint__ must be an integer, not {type(hint).__name__}")
        if hint < 0:
            raise ValueError("__length_hint__() should return >= 0")


def unpack(iterable, most):
    items = []
    for item in iterable:
        items.append(item)
        if len(items) == most:
            break
    return items


def extended(items, iterable):
    list_extend(items, iterable)
    return items


def list_extend(items, iterable):
    iterator = iter(iterable)
    ask_length(iterable)
    for item in iterator:
        items.append(item)


def keys_of(mapping):
    keys = mapping.keys()
    try:
        iterator = iter(keys)
    except TypeError:
        names = f"{type(mapping).__name__}.keys() returned a non-iterable (type {type(keys).__name__})"
        raise TypeError(names) from None
    return collect(iterator)


def unpack_mapping(items, source):
    try:
        for key in keys_of(source):
            items[key] = source[key]
    except AttributeError:
        raise TypeError(f"'{type(source).__name__}' object is not a mapping") from None


def merge_keywords(items, source, function):
    # Whatever raises `KeyError` is taken for a keyword that is there already, as in CPython.
    try:
        for key in keys_of(source):
            if key in items:
                raise KeyError(key)
            items[key] = source[key]
    except AttributeError:
        kind = type(source).__name__
        raise TypeError(f"{function} argument after ** must be a mapping, not {kind}") from None
    except KeyError as error:
        if len(error.args) != 1:
            raise
        text = f"{function} got multiple values for keyword argument '{error.args[0]}'"
        raise TypeError(text) from None


def list_init(items, iterable=(), /):
    list.clear(items)
    list.extend(items, iterable)


def dict_init(items, /, *args, **kwargs):
    dict.update(items, *args, **kwargs)


def set_init(items, iterable=(), /):
    set.clear(items)
    set.update(items, iterable)


def returned(value, name, kind):
    # What a special method gives, which must be of this class.
    made = getattr(type(value), name)(value)
    if not isinstance(made, kind):
        owner = f"{type(value).__name__}." if kind is float else ""
        text = f"{owner}{name} returned non-{kind.__name__} (type {type(made).__name__})"
        raise TypeError(text)
    return made


def int_of(value):
    kind = type(value)
    if hasattr(kind, "__int__"):
        return 0 + returned(value, "__int__", int)
    if hasattr(kind, "__index__"):
        return 0 + index_of(value)
    return 0 + kind.__trunc__(value)


def float_of(value):
    if hasattr(type(value), "__float__"):
        made = returned(value, "__float__", float)
        return 0.0 + made if made else made
    return index_of(value) / 1


def index_of(value):
    if type(value) is slice:
        step, start, stop = [part_of(part) for part in (value.step, value.start, value.stop)]
        return slice(start, stop, step)
    return returned(value, "__index__", int)


def power_of(complex, base, exponent):
    # Of a negative number, which is complex.
    return complex(base) ** exponent


def no_class_cell(text):
    raise RuntimeError(text)


def part_of(value):
    return index_of(value) if hasattr(type(value), "__index__") else value


def buffer_of(value):
    return bytes(value.__buffer__(0))


def join_buffers(separator, parts):
    # What of them has a `__buffer__` becomes bytes.
    return separator.join([buffer_of(part) if hasattr(part, "__buffer__") else part for part in parts])


def bytes_of(value):
    return returned(value, "__bytes__", bytes)


def round_of(value, ndigits=None):
    if ndigits is None:
        return type(value).__round__(value)
    return type(value).__round__(value, ndigits)


def divmod_of(a, b):
    for value, other, name in ((a, b, "__divmod__"), (b, a, "__rdivmod__")):
        method = getattr_or(type(value), name, None)
        if method is not None:
            made = method(value, other)
            if made is not NotImplemented:
                return made
    kinds = f"'{type(a).__name__}' and '{type(b).__name__}'"
    raise TypeError(f"unsupported operand type(s) for divmod(): {kinds}")


def reversed_by(sequence):
    method = type(sequence).__reversed__
    if method is None:
        raise TypeError(f"'{type(sequence).__name__}' object is not reversible")
    return method(sequence)


def floor_of(value):
    return type(value).__floor__(value)


def ceil_of(value):
    return type(value).__ceil__(value)


def trunc_of(value):
    return type(value).__trunc__(value)


def item_by_index(items, place):
    return items[index_of(place)]


def set_by_index(items, place, value):
    items[index_of(place)] = value


def del_by_index(items, place):
    del items[index_of(place)]


def set_of(iterable):
    return {item for item in iterable}


def frozen_of(iterable):
    return frozenset(set_of(iterable))


def set_update(items, iterable, more):
    for item in iterable:
        items.add(item)
    for iterable in more:
        items.update(iterable)


def set_difference_update(items, iterable, more):
    for item in iterable:
        items.discard(item)
    for iterable in more:
        items.difference_update(iterable)


def write_lines(stream, lines):
    for line in lines:
        stream.write(line)


def is_disjoint(items, iterable):
    for item in iterable:
        if item in items:
            return False
    return True


def is_superset(items, iterable):
    for item in iterable:
        if item not in items:
            return False
    return True


def from_keys(keys, value=None):
    return {key: value for key in keys}


def fromkeys_of(cls, iterable, value=None, /):
    made = cls()
    for key in iterable:
        made[key] = value
    return made


def dict_filled(items, source, more, number):
    try:
        keys = source.keys
    except AttributeError:
        merge_pairs(items, source, number)
    else:
        for key in keys():
            items[key] = source[key]
    items.update(more)
    return items


def dict_update(items, source, more, number):
    dict_filled(items, source, more, number)


def merge_pairs(items, pairs, number):
    for item in pairs:
        try:
            pair = collect(item)
        except TypeError:
            raise TypeError(
                f"cannot convert dictionary update sequence element #{number} to a sequence"
            ) from None
        if len(pair) != 2:
            raise ValueError(
                f"dictionary update sequence element #{number} has length {len(pair)}; 2 is required"
            )
        items[pair[0]] = pair[1]
        number += 1


def items_by_index(sequence):
    index = 0
    while True:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index += 1


def reversed(sequence):
    return reversed_from(sequence, len(sequence))


def reversed_from(sequence, index):
    while index > 0:
        index -= 1
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item


def print_to(*values, **options):
    # The machine has checked them. In pieces, as CPython writes them.
    file, sep, end = options.get("file"), options.get("sep"), options.get("end")
    if file is None:
        file = sys.stdout
    write = file.write
    for index, value in enumerate(values):
        if index:
            write(" " if sep is None else sep)
        write(f"{value!s}")
    write("\n" if end is None else end)
    if options.get("flush"):
        file.flush()


def over(make, extra, iterables):
    return make(extra, [iter(iterable) for iterable in iterables])


def call(function):
    return function()


def call_with_one(function, a):
    return function(a)


def call_with_two(function, a, b):
    return function(a, b)


def hashed(table, key):
    # The key that a dict or a set has for this one, its hash, and whether it is there.
    code = hash(key)
    for known in keys_with(table, code):
        if known is key or known == key:
            return known, code, True
    return key, code, False


def hash_of_tuple(value):
    return of_hashes([hash(item) for item in value])


def hashed_in(table, key):
    return hashed(table, key)[2]


def hashed_item(table, key):
    known, code, is_there = hashed(table, key)
    if not is_there:
        raise KeyError(key)
    return known_get(table, known, code)


def hashed_set(table, key, value):
    known, code, is_there = hashed(table, key)
    known_set(table, known, code, value)


def hashed_delete(table, key):
    known, code, is_there = hashed(table, key)
    if not is_there:
        raise KeyError(key)
    known_remove(table, known, code)


def hashed_add(table, key):
    known, code, is_there = hashed(table, key)
    if not is_there:
        known_add(table, known, code)


def hashed_discard(table, key):
    known, code, is_there = hashed(table, key)
    if is_there:
        known_remove(table, known, code)


def hashed_remove(table, key):
    hashed_delete(table, key)


def hashed_get(table, key, default=None):
    known, code, is_there = hashed(table, key)
    return known_get(table, known, code) if is_there else default


def hashed_default(table, key, default=None):
    known, code, is_there = hashed(table, key)
    if is_there:
        return known_get(table, known, code)
    known_set(table, known, code, default)
    return default


def hashed_pop(table, key, *default):
    known, code, is_there = hashed(table, key)
    if is_there:
        return known_remove(table, known, code)
    if default:
        return default[0]
    raise KeyError(key)


def hashed_dict(items):
    table = {}
    for index in range(0, len(items), 2):
        table[items[index]] = items[index + 1]
    return table


def hashed_update(table, source):
    for key in source:
        table[key] = source[key]


def hashed_union(items, *others):
    made = set_of(items)
    hashed_set_update(made, *others)
    return made


def hashed_intersection(items, *others):
    made = set_of(items)
    for other in others:
        other = set_of(other)
        made = {item for item in made if item in other}
    return made


def hashed_difference(items, *others):
    made = set_of(items)
    for other in others:
        for item in other:
            made.discard(item)
    return made


def hashed_symmetric_difference(items, other):
    made, other = set_of(items), set_of(other)
    for item in other:
        if item in made:
            made.discard(item)
        else:
            made.add(item)
    return made


def hashed_set_update(table, *sources):
    for source in sources:
        for item in source:
            table.add(item)


def finished_class(cls, calls, init_subclass, keywords):
    for function, arguments in calls:
        function(*arguments)
    if init_subclass is not None:
        init_subclass(**keywords)
    return cls


def instance_of(value, kinds):
    if isinstance(kinds, tuple):
        for kind in kinds:
            if instance_of(value, kind):
                return True
        return False
    return type(value) is kinds or not not type(kinds).__instancecheck__(kinds, value)


def subclass_of(cls, kinds):
    if isinstance(kinds, tuple):
        for kind in kinds:
            if subclass_of(cls, kind):
                return True
        return False
    return not not type(kinds).__subclasscheck__(kinds, cls)


def prepared(prepare, name, bases, keywords, qualname, module, doc):
    namespace = prepare(name, bases, **keywords)
    namespace["__module__"] = module
    namespace["__qualname__"] = qualname
    if doc is not None:
        namespace["__doc__"] = doc
    return namespace


def told_namespace(namespace, name, value):
    # What it keeps may be something else: `enum.auto()` becomes a number.
    namespace[name] = value
    return namespace[name]


def build_by(metaclass, name, bases, namespace, cell, keywords):
    if cell is not None:
        namespace["__classcell__"] = cell
    return metaclass(name, bases, namespace, **keywords)


def get_or_ask(getter, arguments, ask, more):
    # A `__getattr__` is asked when no exception is being handled.
    try:
        return getter(*arguments)
    except AttributeError:
        pass
    return ask(*more)


def getattr_or(object, name, default):
    try:
        return getattr(object, name)
    except AttributeError:
        return default


def hasattr(object, name):
    try:
        getattr(object, name)
    except AttributeError:
        return False
    return True


def send_to(iterator, value):
    return iterator.send(value)


def close_iterator(iterator):
    try:
        close = iterator.close
    except AttributeError:
        return
    close()


def throw_into(iterator, exception):
    try:
        throw = iterator.throw
    except AttributeError:
        raise exception
    return throw(exception)


def throw_made(generator, kind, value=None, traceback=None):
    return generator.throw(made_exception(kind, value, traceback))


def made_exception(kind, value, traceback):
    # Of what `raise` took in Python 2, and `throw` still does.
    if isinstance(value, BaseException):
        exception = value
    elif not isinstance(kind, type) or not issubclass(kind, BaseException):
        exception = kind
    elif value is None:
        exception = kind()
    else:
        exception = kind(*value) if isinstance(value, tuple) else kind(value)
    return exception if traceback is None else exception.with_traceback(traceback)


def truth(value):
    return not not value


def rest():
    # A built-in that loops for long can be interrupted here.
    for _ in range(2):
        pass


def any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def any_of(items, iterator):
    return any(items) or any(iterator)


def all_of(items, iterator):
    return all(items) and all(iterator)


def sum(iterable, start=0):
    total = start
    for item in iterable:
        total = total + item
    return total


def extreme(iterable, key, defaults, is_max):
    # `defaults` has the default, if there is one.
    found = False
    best = best_key = None
    for item in iterable:
        item_key = item if key is None else key(item)
        if not found or (item_key > best_key if is_max else item_key < best_key):
            found = True
            best = item
            best_key = item_key
    if found:
        return best
    if defaults:
        return defaults[0]
    raise ValueError(f"{'max' if is_max else 'min'}() arg is an empty sequence")


def sorted(iterable, key=None, reverse=False):
    items = list(iterable)
    items.sort(key=key, reverse=reverse)
    return items


def list_sort(items, key=None, reverse=False):
    work = items.copy()
    keys = work.copy() if key is None else [key(item) for item in work]
    if not sort_by(work, keys, reverse):
        # Instances, which say themselves what is less.
        if reverse:
            work.reverse()
            keys.reverse()
        work = [work[index] for index in timsort(keys)]
        if reverse:
            work.reverse()
    items[:] = work


def get_item(container, place):
    return container[place]


def del_item(container, place):
    del container[place]


def set_slice(items, slice, iterable):
    items[slice] = collect(iterable)


def ne(a, b):
    made = type(a).__eq__(a, b)
    return made if made is NotImplemented else not made


def eq(a, b):
    if isinstance(a, slice):
        return isinstance(b, slice) and parts_of(a) == parts_of(b)
    if isinstance(a, dict):
        if not isinstance(b, dict) or len(a) != len(b):
            return False
        for key in a.copy():
            # An `__eq__` may have taken it away.
            if key in a and (key not in b or not same(a[key], b[key])):
                return False
        return True
    if isinstance(a, (set, frozenset)):
        return len(a) == len(b) and all([item in b for item in a])
    if type(a) is not type(b) or len(a) != len(b):
        return False
    for x, y in zip(a, b):
        if not same(x, y):
            return False
    return len(a) == len(b)


def parts_of(value):
    return value.start, value.stop, value.step


def same(a, b):
    return a is b or a == b


def lt(a, b):
    for x, y in difference(a, b):
        return x < y
    return len(a) < len(b)


def le(a, b):
    for x, y in difference(a, b):
        return x <= y
    return len(a) <= len(b)


def gt(a, b):
    for x, y in difference(a, b):
        return x > y
    return len(a) > len(b)


def ge(a, b):
    for x, y in difference(a, b):
        return x >= y
    return len(a) >= len(b)


def difference(a, b):
    # The first two items that differ, if any do.
    index = 0
    while index < len(a) and index < len(b):
        x, y = a[index], b[index]
        if not same(x, y):
            return [(x, y)]
        index += 1
    return []


def contains(container, item):
    if isinstance(container, bytes) and hasattr(item, "__buffer__"):
        return buffer_of(item) in container
    try:
        iterator = iter(container)
    except TypeError:
        name = type(container).__name__
        raise TypeError(f"argument of type '{name}' is not iterable") from None
    for each in iterator:
        if same(each, item):
            return True
    return False


def list_index(items, item, start=0, stop=None):
    places = range(len(items))[start:stop]
    start, stop = places.start, places.stop
    while start < stop and start < len(items):
        if same(items[start], item):
            return start
        start += 1
    raise ValueError(f"{item!r} is not in list")


def tuple_index(items, item, start=0, stop=None):
    for index in range(len(items))[start:stop]:
        if same(items[index], item):
            return index
    raise ValueError("tuple.index(x): x not in tuple")


def list_count(items, item):
    count = 0
    for each in items:
        if same(each, item):
            count += 1
    return count


def list_remove(items, item):
    index = 0
    while index < len(items):
        if same(items[index], item):
            # It may be gone by now.
            del items[index : index + 1]
            return
        index += 1
    raise ValueError("list.remove(x): x not in list")


def str(value):
    return message(value) if isinstance(value, BaseException) else repr(value)


def message(exception):
    # What its class has to say of an exception, as Python's own do.
    args = exception.args
    if len(args) == 1:
        return f"{args[0]!r}" if isinstance(exception, KeyError) else f"{args[0]}"
    if len(args) == 2 and isinstance(exception, OSError):
        file = "" if exception.filename is None else f": {exception.filename!r}"
        return f"[Errno {args[0]}] {args[1]}{file}"
    return repr(args)


def joined_pieces(pieces):
    texts = []
    for piece in pieces:
        if isinstance(piece, tuple):
            value, conversion, spec, path = piece
            for step in path:
                value = value[step[0]] if isinstance(step, tuple) else getattr(value, step)
            if conversion == 0:
                piece = f"{value!s:{spec}}"
            elif conversion == 1:
                piece = f"{value!r:{spec}}"
            elif conversion == 2:
                piece = f"{value!a:{spec}}"
            elif conversion == 4:
                piece = spec % (number_of(value, spec[-1]),)
            elif conversion == 5:
                piece = f"{raw_of(value).decode('latin-1'):{spec}}"
            else:
                piece = f"{value:{spec}}"
        texts.append(piece)
    return "".join(texts)


def joined_bytes(pieces):
    return joined_pieces(pieces).encode("latin-1")


def number_of(value, kind):
    # What a directive of `%` shows.
    methods = type(value)
    if kind in "eEfFgG":
        is_asked = hasattr(methods, "__float__") or hasattr(methods, "__index__")
        return float_of(value) if is_asked else value
    if kind in "diu" and hasattr(methods, "__int__"):
        return int_of(value)
    return index_of(value) if hasattr(methods, "__index__") else value


def raw_of(value):
    # The bytes of it.
    if hasattr(type(value), "__bytes__"):
        return bytes_of(value)
    return buffer_of(value) if hasattr(value, "__buffer__") else b"%b" % (value,)


def told(values):
    texts = []
    for value in values:
        try:
            texts.append(f"{value}")
        except BaseException:
            texts.append("<exception str() failed>")
    return texts


def repr(value):
    if isinstance(value, list):
        return "[" + joined(value) + "]"
    if isinstance(value, tuple):
        return "(" + joined(value) + (",)" if len(value) == 1 else ")")
    if isinstance(value, set):
        return "{" + joined(value) + "}"
    if isinstance(value, frozenset):
        return "frozenset({" + joined(value) + "})"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{key!r}: {item!r}" for key, item in value.items()]) + "}"
    if isinstance(value, BaseException):
        return exception_repr(value)
    if isinstance(value, slice):
        return f"slice({joined(parts_of(value))})"
    name = type(value).__name__
    return f"{name}({joined(value)})"


def exception_repr(exception):
    return f"{type(exception).__name__}({joined(exception.args)})"


def joined(items):
    return ", ".join([f"{item!r}" for item in items])


def choice(generator, sequence):
    if not len(sequence):
        raise IndexError("Cannot choose from an empty sequence")
    return sequence[random_below(generator, len(sequence))]


def choices(generator, population, weights, cum_weights, k):
    places = range(len(population))
    chosen = random_choices(generator, places, weights=weights, cum_weights=cum_weights, k=k)
    return [population[place] for place in chosen]


def shuffle(generator, items):
    last = len(items) - 1
    while last > 0:
        other = random_below(generator, last + 1)
        items[last], items[other] = items[other], items[last]
        last -= 1


def run_thread(function, arguments, keywords):
    function(*arguments, **keywords)


def awaited(value):
    if not hasattr(value, "__await__"):
        raise TypeError(f"'{type(value).__name__}' object can't be awaited")
    return value.__await__()


def settle():
    # What is told of the objects that have gone.
    dying = next_dying()
    while dying is not None:
        object, is_reference = dying
        dying = None
        function = object.__callback__ if is_reference else type(object).__del__
        try:
            if function is not None:
                function(object)
        except BaseException as error:
            _thread.print_exception(f"Exception ignored in: {function!r}", error)
        object = None
        dying = next_dying()
    settled()


def tear_down():
    for function in exit_functions():
        function()
    index = 0
    while forget_global(index):
        index += 1
