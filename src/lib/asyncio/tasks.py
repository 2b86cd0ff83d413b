"""What tasks wait for: times, each other, other threads."""

import _context
from _asyncio import stand
from asyncio.futures import (
    CancelledError,
    Future,
    Task,
    _set_loops,
    ensure_future,
    get_event_loop,
    get_running_loop,
    iscoroutine,
)
from asyncio.queues import Queue
from asyncio.timeouts import timeout_at
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION
from concurrent.futures import Future as _ThreadFuture
import threading


def create_task(coro, **kwargs):
    return get_running_loop().create_task(coro, **kwargs)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)


class _Pause:
    def __await__(self):
        stand("turn")
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Pause()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    future._awaited = "time"
    handle = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


async def to_thread(func, /, *args, **kwargs):
    return await get_running_loop().run_in_executor(None, _context.bound(lambda: func(*args, **kwargs)))


def gather(*aws, return_exceptions=False):
    loop = get_event_loop() if threading.get_ident() in _set_loops else None
    if not aws:
        loop = loop if loop is not None else get_event_loop()
        empty = loop.create_future()
        empty.set_result([])
        return empty
    known = {}
    for awaitable in aws:
        if id(awaitable) not in known:
            known[id(awaitable)] = ensure_future(awaitable)
    futures = [known[id(awaitable)] for awaitable in aws]
    return _Gathering(futures, list(known.values()), return_exceptions)


class _Gathering(Future):
    """The results of several; cancelled, it cancels all of them."""

    def __init__(self, futures, children, return_exceptions):
        Future.__init__(self, loop=futures[0].get_loop())
        self._futures = futures
        self._children = children
        self._return_exceptions = return_exceptions
        self._left = len(children)
        self._was_cancelled = False
        for child in children:
            child.add_done_callback(self._child_done)

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = [child.cancel(msg) for child in self._children]
        self._was_cancelled = any(cancelled)
        return self._was_cancelled

    def _child_done(self, child):
        self._left -= 1
        if self.done():
            return
        if not self._return_exceptions:
            if child.cancelled():
                self.set_exception(child._cancelled_error())
                return
            if child.exception() is not None:
                self.set_exception(child.exception())
                return
        if self._left == 0:
            if self._was_cancelled:
                self.set_exception(CancelledError())
            else:
                self.set_result([_outcome(future) for future in self._futures])


def _outcome(future):
    if future.cancelled():
        # With a message, even if there is none.
        return CancelledError(future._cancel_message or "")
    return future.exception() if future.exception() is not None else future.result()


async def wait(aws, *, timeout=None, return_when=ALL_COMPLETED):
    futures = set(aws)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    if any(iscoroutine(future) for future in futures):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()

    def is_enough():
        done = [future for future in futures if future.done()]
        if len(done) == len(futures) or return_when == FIRST_COMPLETED and done:
            return True
        return return_when == FIRST_EXCEPTION and any(
            not future.cancelled() and future.exception() is not None for future in done
        )

    def look(_):
        if is_enough():
            _set_unless_done(waiter, None)

    timer = None if timeout is None else loop.call_later(timeout, _set_unless_done, waiter, None)
    for future in futures:
        future.add_done_callback(look)
    try:
        if not is_enough():
            await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in futures:
            future.remove_done_callback(look)
    done = {future for future in futures if future.done()}
    return done, futures - done


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def take(done):
        if outer.done():
            return
        if done.cancelled():
            outer.cancel()
        elif done.exception() is not None:
            outer.set_exception(done.exception())
        else:
            outer.set_result(done.result())

    inner.add_done_callback(take)
    return outer


class _Completions:
    """What `as_completed` gives: each is awaited, or all are iterated over as they end."""

    def __init__(self, aws, timeout):
        self._futures = [ensure_future(awaitable) for awaitable in set(aws)]
        self._done = Queue()
        self._left = len(self._futures)
        self._end = None if timeout is None else get_running_loop().time() + timeout
        for future in self._futures:
            future.add_done_callback(self._done.put_nowait)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left == 0:
            raise StopIteration
        self._left -= 1
        return self._result()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._left == 0:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next()

    async def _next(self):
        if self._end is None:
            return await self._done.get()
        async with timeout_at(self._end):
            return await self._done.get()

    async def _result(self):
        return (await self._next()).result()


def as_completed(aws, *, timeout=None):
    return _Completions(aws, timeout)


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    result = _ThreadFuture()

    def start():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as error:
            if result.set_running_or_notify_cancel():
                result.set_exception(error)
            raise
        task.add_done_callback(finish)
        result.add_done_callback(lambda _: stop(task))

    def stop(task):
        if result.cancelled() and not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)

    def finish(task):
        if task.cancelled():
            result.cancel()
        if not result.set_running_or_notify_cancel():
            return
        if task.exception() is not None:
            result.set_exception(task.exception())
        else:
            result.set_result(task.result())

    loop.call_soon_threadsafe(start)
    return result
