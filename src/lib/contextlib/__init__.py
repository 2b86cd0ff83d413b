"""What is good for `with`."""

import sys
from abc import ABC
from contextlib._asynchronous import (
    AbstractAsyncContextManager,
    AsyncContextDecorator,
    AsyncExitStack,
    aclosing,
    asynccontextmanager,
)
from functools import wraps


class AbstractContextManager(ABC):
    """What has `__enter__` and `__exit__` is one."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not AbstractContextManager:
            return NotImplemented
        return (hasattr(other, "__enter__") and hasattr(other, "__exit__")) or NotImplemented

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None


class ContextDecorator:
    """A context manager that decorates functions, too: they run inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)

        return inner


class _GeneratorContextManager(ContextDecorator):
    """The generator runs to its `yield`, and on from there at the end."""

    def __init__(self, func, args, kwargs):
        self.gen = func(*args, **kwargs)
        self._call = func, args, kwargs

    def _recreate_cm(self):
        return type(self)(*self._call)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self.gen.close()
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            # It has stopped, which is no reason to hide one that was raised inside.
            return error is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        self.gen.close()
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwargs):
        return _GeneratorContextManager(func, args, kwargs)

    return helper


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *info):
        pass


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        if kind is None:
            return False
        if issubclass(kind, self._exceptions):
            return True
        if issubclass(kind, BaseExceptionGroup):
            rest = value.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class redirect_stdout:
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(sys.stdout)
        sys.stdout = self._new_target
        return self._new_target

    def __exit__(self, *info):
        sys.stdout = self._old_targets.pop()


class redirect_stderr:
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(sys.stderr)
        sys.stderr = self._new_target
        return self._new_target

    def __exit__(self, *info):
        sys.stderr = self._old_targets.pop()


class ExitStack:
    """Leaves what it has entered, the last one first."""

    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        kind = type(cm)
        if not hasattr(kind, "__enter__") or not hasattr(kind, "__exit__"):
            name = f"{kind.__module__}.{kind.__qualname__}"
            raise TypeError(f"'{name}' object does not support the context manager protocol")
        result = cm.__enter__()
        self._exits.append(cm.__exit__)
        return result

    def push(self, exit):
        self._exits.append(exit.__exit__ if hasattr(type(exit), "__exit__") else exit)
        return exit

    def callback(self, callback, /, *args, **kwds):
        self._exits.append(lambda *info: _called(callback, args, kwds))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        error = first = info[1]
        while self._exits:
            exit = self._exits.pop()
            try:
                if error is None:
                    exit(None, None, None)
                elif exit(type(error), error, error.__traceback__):
                    error = None
            except BaseException as new:
                error = new
        if error is not None and error is not first:
            raise error
        return first is not None and error is None


def _called(callback, args, kwds):
    # What it returns does not hide an exception.
    callback(*args, **kwds)
