"""Asynchronous iterators and generators: see prelude.rs."""


def async_iterator(value):
    # What `async for` asks.
    if not hasattr(type(value), "__aiter__"):
        name = type(value).__name__
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {name}")
    iterator = value.__aiter__()
    if not hasattr(type(iterator), "__anext__"):
        name = type(iterator).__name__
        raise TypeError(
            f"'async for' received an object from __aiter__ that does not implement __anext__: {name}"
        )
    return iterator


def aiter(value):
    if not hasattr(type(value), "__aiter__"):
        raise TypeError(f"'{type(value).__name__}' object is not an async iterable")
    iterator = value.__aiter__()
    if not hasattr(type(iterator), "__anext__"):
        name = type(iterator).__name__
        raise TypeError(f"aiter() returned not an async iterator of type '{name}'")
    return iterator


def anext(iterator, *default):
    if not hasattr(type(iterator), "__anext__"):
        raise TypeError(f"'{type(iterator).__name__}' object is not an async iterator")
    awaited = iterator.__anext__()
    return anext_or(awaited, default[0]) if default else awaited


async def anext_or(awaited, default):
    try:
        return await awaited
    except StopAsyncIteration:
        return default


def async_step(generator, resume, argument):
    # Lets a generator run to its next `yield`, whose cell is what comes of it, or to its end: `None`.
    # What it awaits until then is handed on.
    while True:
        try:
            item = resume(generator, argument)
        except StopIteration:
            return None
        if is_yielded(item):
            return item
        try:
            argument = yield item
            resume = send
        except BaseException as error:
            argument = error
            resume = throw


def async_asend(generator, value=None):
    told = begin_step(generator, "anext")
    try:
        if told is not None:
            told(generator)
        item = yield from async_step(generator, send, value)
    finally:
        end_step(generator)
    if item is None:
        raise StopAsyncIteration
    return yielded(item)


def async_athrow(generator, kind, value=None, traceback=None):
    exception = made_exception(kind, value, traceback)
    told = begin_step(generator, "athrow")
    try:
        if told is not None:
            told(generator)
        if is_over(generator):
            return None
        item = yield from async_step(generator, throw, exception)
    finally:
        end_step(generator)
    if item is None:
        raise StopAsyncIteration
    return yielded(item)


def async_aclose(generator):
    told = begin_step(generator, "aclose")
    try:
        if told is not None:
            told(generator)
        if is_over(generator):
            return
        item = yield from async_step(generator, throw, GeneratorExit())
    except (StopAsyncIteration, GeneratorExit):
        return
    finally:
        end_step(generator)
    if item is not None:
        raise RuntimeError("async generator ignored GeneratorExit")
