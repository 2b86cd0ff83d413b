"""What is good for `async with`."""

from functools import wraps


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        return None


class AsyncContextDecorator:
    """A context manager that decorates coroutine functions, too: they run inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwargs):
            async with self._recreate_cm():
                return await func(*args, **kwargs)

        return inner


class _AsyncGeneratorContextManager(AsyncContextDecorator):
    """The generator runs to its `yield`, and on from there at the end."""

    def __init__(self, func, args, kwargs):
        self.gen = func(*args, **kwargs)
        self._call = func, args, kwargs

    def _recreate_cm(self):
        return type(self)(*self._call)

    async def __aenter__(self):
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            await self._goes_on("generator didn't stop")
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            # It has stopped, which is no reason to hide one that was raised inside.
            return error is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        await self._goes_on("generator didn't stop after athrow()")

    async def _goes_on(self, message):
        try:
            raise RuntimeError(message)
        finally:
            await self.gen.aclose()


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class aclosing:
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *info):
        await self.thing.aclose()


class AsyncExitStack:
    """Leaves what it has entered, the last one first, and awaits those that are asynchronous."""

    def __init__(self):
        # Each with whether it is awaited.
        self._exits = []

    def enter_context(self, cm):
        _must_have(cm, "__enter__", "__exit__", "context manager")
        result = cm.__enter__()
        self._exits.append((cm.__exit__, False))
        return result

    async def enter_async_context(self, cm):
        _must_have(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        result = await cm.__aenter__()
        self._exits.append((cm.__aexit__, True))
        return result

    def push(self, exit):
        self._exits.append((exit.__exit__ if hasattr(type(exit), "__exit__") else exit, False))
        return exit

    def push_async_exit(self, exit):
        self._exits.append((exit.__aexit__ if hasattr(type(exit), "__aexit__") else exit, True))
        return exit

    def callback(self, callback, /, *args, **kwds):
        def leave(*info):
            callback(*args, **kwds)

        self._exits.append((leave, False))
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(*info):
            await callback(*args, **kwds)

        self._exits.append((leave, True))
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *info):
        error = first = info[1]
        while self._exits:
            exit, is_async = self._exits.pop()
            given = (None, None, None) if error is None else (type(error), error, error.__traceback__)
            try:
                swallows = exit(*given)
                if is_async:
                    swallows = await swallows
                if swallows:
                    error = None
            except BaseException as new:
                error = new
        if error is not None and error is not first:
            raise error
        return first is not None and error is None


def _must_have(cm, enter, exit, protocol):
    kind = type(cm)
    if not hasattr(kind, enter) or not hasattr(kind, exit):
        name = f"{kind.__module__}.{kind.__qualname__}"
        raise TypeError(f"'{name}' object does not support the {protocol} protocol")
