"""Built-ins that call functions of the program: see prelude.rs. Each is called by the native built-in
of its name where that would have to run code of the program, with the same arguments."""


def collect(iterable):
    items = []
    for item in iterable:
        items.append(item)
    return items


def unpack(iterable, most):
    items = []
    for item in iterable:
        items.append(item)
        if len(items) == most:
            break
    return items


def extended(items, iterable):
    for item in iterable:
        items.append(item)
    return items


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
    index = len(sequence)
    while index > 0:
        index -= 1
        yield sequence[index]


def map(function, iterable):
    for item in iterable:
        yield function(item)


def map_many(function, iterables):
    for items in zip(iterables):
        if len(items) == 2:
            yield function(items[0], items[1])
        elif len(items) == 3:
            yield function(items[0], items[1], items[2])
        else:
            yield function(items[0], items[1], items[2], items[3])


def iter_until(function, sentinel):
    while True:
        item = function()
        if item == sentinel:
            return
        yield item


def filter(function, iterable):
    for item in iterable:
        if item if function is None else function(item):
            yield item


def enumerate(iterable, start=0):
    index = +start
    for item in iterable:
        yield index, item
        index += 1


def zip(iterables, strict=False):
    iterators = [iter(iterable) for iterable in iterables]
    while iterators:
        items = []
        for iterator in iterators:
            try:
                items.append(next(iterator))
            except StopIteration:
                if strict:
                    check_end(iterators, len(items))
                return
        yield tuple(items)


def check_end(iterators, ended):
    # Iterator number `ended` was the first without an item: all must be at their ends.
    if ended > 0:
        raise ValueError(f"zip() argument {ended + 1} is shorter than {arguments_before(ended)}")
    for index in range(1, len(iterators)):
        for item in iterators[index]:
            raise ValueError(
                f"zip() argument {index + 1} is longer than {arguments_before(index)}"
            )


def arguments_before(index):
    return "argument 1" if index == 1 else f"arguments 1-{index}"


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


def min(iterable, key=None, default=None):
    return extreme(iterable, key, default, "min")


def max(iterable, key=None, default=None):
    return extreme(iterable, key, default, "max")


def extreme(iterable, key, default, name):
    found = False
    best = best_key = None
    for item in iterable:
        item_key = item if key is None else key(item)
        if not found or (item_key < best_key if name == "min" else item_key > best_key):
            found = True
            best = item
            best_key = item_key
    if found:
        return best
    if default is None:
        raise ValueError(f"{name}() arg is an empty sequence")
    return default


def sorted(iterable, key=None, reverse=False):
    items = [item for item in iterable]
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


def set_slice(items, slice, iterable):
    items[slice] = collect(iterable)


def eq(a, b):
    if isinstance(a, dict):
        if not isinstance(b, dict) or len(a) != len(b):
            return False
        for key in a:
            if key not in b or not same(a[key], b[key]):
                return False
        return True
    if type(a) is not type(b) or len(a) != len(b):
        return False
    for x, y in zip([a, b]):
        if not same(x, y):
            return False
    return True


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
    for index in range(len(items))[start:stop]:
        if same(items[index], item):
            return index
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


def last_words(values, otherwise):
    # What is told of exceptions that nothing has caught.
    return [words(value, otherwise) for value in values]


def words(value, otherwise):
    try:
        return f"{value}"
    except BaseException:
        return otherwise


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


def repr(value):
    if isinstance(value, list):
        return "[" + joined(value) + "]"
    if isinstance(value, tuple):
        return "(" + joined(value) + (",)" if len(value) == 1 else ")")
    if isinstance(value, set):
        return "{" + joined(value) + "}"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{key!r}: {item!r}" for key, item in value.items()]) + "}"
    if isinstance(value, BaseException):
        return exception_repr(value)
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
