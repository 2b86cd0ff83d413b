"""Iterators that many threads may use (3.15)."""

from threading import Lock


class serialize_iterator:
    """An iterator that many threads may use: one after the other."""

    def __init__(self, iterable):
        self._iterator, self._serial = iter(iterable), Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self._serial:
            return next(self._iterator)

    def send(self, value, /):
        with self._serial:
            return self._iterator.send(value)

    def throw(self, *args):
        with self._serial:
            return self._iterator.throw(*args)

    def close(self):
        with self._serial:
            self._iterator.close()


def synchronized_iterator(func):
    def wrapper(*args, **kwargs):
        return serialize_iterator(func(*args, **kwargs))

    wrapper.__name__, wrapper.__qualname__, wrapper.__doc__ = func.__name__, func.__qualname__, func.__doc__
    wrapper.__module__, wrapper.__wrapped__ = func.__module__, func
    return wrapper


class _Tee:
    """One of several iterators that all get the same, whichever thread they are in."""

    def __init__(self, source, link):
        self._source, self._link, self._own = source, link, Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self._own:
            link = self._link
            # A link is a value and the next link, once somebody has asked for them.
            if not link:
                with self._source._serial:
                    if not link:
                        link.extend([next(self._source._iterator), []])
            value, self._link = link
            return value

    def __copy__(self):
        return _Tee(self._source, self._link)


def concurrent_tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    if isinstance(iterable, _Tee):
        return tuple([iterable.__copy__() for _ in range(n)])
    source, link = serialize_iterator(iterable), []
    return tuple([_Tee(source, link) for _ in range(n)])
