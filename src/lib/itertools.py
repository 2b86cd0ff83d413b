"""Iterators over iterators: generators here, in functions that look at the arguments first."""

# No program counts that far.
_FAR = 1 << 200


def count(start=0, step=1):
    # What steps through a range does so at once: threads may take numbers from one counter.
    if type(start) is int and type(step) is int and step != 0:
        return iter(range(start, start + step * _FAR, step))
    for number in (start, step):
        if not isinstance(number, (int, float)) and not hasattr(number, "__float__") and not hasattr(number, "__index__"):
            raise TypeError("a number is required")
    return _count(start, step)


def _count(start, step):
    while True:
        yield start
        start += step


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(iterator):
    saved = []
    for item in iterator:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


def repeat(object, times=None):
    if times is None:
        return _repeat(object)
    return iter([object] * times)


def _repeat(object):
    while True:
        yield object


def chain(*iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def _from_iterable(iterable, /):
    for each in iterable:
        for item in each:
            yield item


chain.from_iterable = _from_iterable


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, initial):
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _batched(iterator, n, strict):
    while batch := tuple(islice(iterator, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, is_selected in zip(data, selectors):
        if is_selected:
            yield item


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


def filterfalse(function, iterable, /):
    return _filterfalse(function, iter(iterable))


def _filterfalse(function, iterator):
    for item in iterator:
        if not (item if function is None else function(item)):
            yield item


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for arguments in iterator:
        yield function(*arguments)


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for before in iterator:
        break
    for item in iterator:
        yield before, item
        before = item


def islice(iterable, /, *places):
    if not 1 <= len(places) <= 3:
        few = "at least 2 arguments, got 1" if not places else f"at most 4 arguments, got {len(places) + 1}"
        raise TypeError(f"islice expected {few}")
    start, stop, step = (None, *places, None)[:3] if len(places) == 1 else (*places, None)[:3]
    for place in (start, stop):
        if place is not None and (not isinstance(place, int) or place < 0):
            if len(places) == 1:
                text = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            else:
                text = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            raise ValueError(text)
    if step is not None and (not isinstance(step, int) or step < 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start or 0, stop, step or 1)


def _islice(iterator, start, stop, step):
    # It takes no more than it needs.
    place = 0
    wanted = start
    while stop is None or wanted < stop:
        for item in iterator:
            place += 1
            if place > wanted:
                break
        else:
            return
        yield item
        wanted += step
    while stop is not None and place < stop and place < wanted:
        for item in iterator:
            place += 1
            break
        else:
            return


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    while left:
        items = []
        for index, iterator in enumerate(iterators):
            for item in iterator or ():
                items.append(item)
                break
            else:
                if iterator is not None:
                    iterators[index] = None
                    left -= 1
                    if not left:
                        return
                items.append(fillvalue)
        yield tuple(items)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    if not all(pools):
        return
    places = [0] * len(pools)
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        at = len(pools) - 1
        while at >= 0 and places[at] + 1 == len(pools[at]):
            places[at] = 0
            at -= 1
        if at < 0:
            return
        places[at] += 1


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    # Each place is taken by what is left of the pool, in order.
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple(pool[:r])
    while True:
        for at in range(r - 1, -1, -1):
            cycles[at] -= 1
            if cycles[at]:
                other = -cycles[at]
                indices[at], indices[other] = indices[other], indices[at]
                yield tuple([pool[index] for index in indices[:r]])
                break
            indices.append(indices.pop(at))
            cycles[at] = n - at
        else:
            return


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(tuple(iterable), r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[index] for index in indices])
        at = r - 1
        while at >= 0 and indices[at] == at + n - r:
            at -= 1
        if at < 0:
            return
        indices[at:] = range(indices[at] + 1, indices[at] + 1 + r - at)


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(tuple(iterable), r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[index] for index in indices])
        at = r - 1
        while at >= 0 and indices[at] == n - 1:
            at -= 1
        if at < 0:
            return
        indices[at:] = [indices[at] + 1] * (r - at)


class groupby:
    """Runs of items with the same key; a group is over when the next one is asked for."""

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._id = None
        self._is_begun = False
        self._is_over = False

    def __iter__(self):
        return self

    def __next__(self):
        self._id = id = object()
        if not self._is_begun:
            self._is_begun = True
            self._advance()
            self._target = None
            is_first = True
        else:
            is_first = False
        while not is_first and not self._is_over and self._current == self._target:
            self._advance()
        if self._is_over:
            raise StopIteration
        self._target = self._current
        return self._current, self._group(id, self._target)

    def _advance(self):
        for self._value in self._iterator:
            self._current = self._value if self._key is None else self._key(self._value)
            return
        self._is_over = True

    def _group(self, id, target):
        while self._id is id and not self._is_over and self._current == target:
            value = self._value
            yield value
            if self._id is id:
                self._advance()


class _tee:
    """One of several iterators over one: a list for each item and what comes after it."""

    def __init__(self, iterator, link):
        self._iterator = iterator
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            for item in self._iterator:
                link.extend([item, []])
                break
            else:
                raise StopIteration
        item, self._link = link
        return item

    def __copy__(self):
        return _tee(self._iterator, self._link)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if isinstance(iterable, _tee):
        # What it has still to give is shared.
        return tuple([iterable.__copy__() if at else iterable for at in range(n)])
    iterator, link = iter(iterable), []
    return tuple([_tee(iterator, link) for _ in range(n)])
