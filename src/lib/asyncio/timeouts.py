"""Blocks that must end in time."""

from asyncio.futures import CancelledError, current_task, ensure_future, get_running_loop


class Timeout:
    """Cancels the task that is inside when its time is over."""

    def __init__(self, when):
        self._when = when
        self._state = "created"
        self._task = None
        self._timer = None
        # How often the task had been cancelled before.
        self._cancelling = 0

    def __repr__(self):
        when = ""
        if self._state == "active":
            when = f" when={'None' if self._when is None else round(self._when, 3)}"
        return f"<Timeout [{self._state}]{when}>"

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._expire)
            else:
                self._timer = loop.call_at(when, self._expire)

    def _expire(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, value, traceback):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == "active":
            self._state = "finished"
        elif self._state == "expiring":
            self._state = "expired"
            # If others have cancelled the task too, it is cancelled.
            is_own = self._task.uncancel() <= self._cancelling
            if is_own and kind is not None:
                if issubclass(kind, CancelledError):
                    raise TimeoutError from value
                _blame_timeout(value)
                if isinstance(value, ExceptionGroup):
                    for inside in value.exceptions:
                        _blame_timeout(inside)
        return None


def _blame_timeout(error):
    # What was raised while the block was being cancelled was raised because its time was over.
    while error.__context__ is not None:
        if isinstance(error.__context__, CancelledError):
            late = TimeoutError()
            late.__context__ = late.__cause__ = error.__context__
            error.__context__ = late
            break
        error = error.__context__


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if not fut.done():
            await _cancelled(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError from error
    async with Timeout(None if timeout is None else get_running_loop().time() + timeout):
        return await fut


async def _cancelled(future):
    waiter = get_running_loop().create_future()

    def wake(_):
        if not waiter.done():
            waiter.set_result(None)

    future.add_done_callback(wake)
    future.cancel()
    try:
        await waiter
    finally:
        future.remove_done_callback(wake)
