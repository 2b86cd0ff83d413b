"""Results that are yet to come, and the tasks that bring them."""

import _context
import threading
from _asyncio import begin_step, end_step, makes_coroutines, moment, stand
from _sys import frames
from asyncio.exceptions import CancelledError, InvalidStateError


async def _nothing():
    pass


_sample = _nothing()
_sample.close()
_Coroutine = _sample.__class__


def iscoroutine(value):
    return isinstance(value, _Coroutine)


def iscoroutinefunction(func):
    return makes_coroutines(func)


# The loop that runs on each thread, by the thread's identity; and the one that is to run there.
_running = {}
_set_loops = {}
# What makes a loop: the module with loops says so.
_makers = []


def get_running_loop():
    loop = _running.get(threading.get_ident())
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    me = threading.get_ident()
    loop = _running.get(me) or _set_loops.get(me)
    if loop is None and me not in _set_loops and me == threading.main_thread().ident:
        # As before CPython 3.14: many a program of that time begins with it.
        threading._warn_of("get_event_loop", "There is no current event loop")
        loop = _set_loops[me] = _makers[0]()
    if loop is None:
        name = threading.current_thread().name
        raise RuntimeError(f"There is no current event loop in thread {name!r}.")
    return loop


def set_event_loop(loop):
    _set_loops[threading.get_ident()] = loop


def isfuture(value):
    return isinstance(value, Future)


def _shown_callback(function):
    if getattr(function, "__self__", None) is not None:
        owner, name = type(function.__self__), function.__name__
        # As CPython calls what its own classes have there.
        if name in _CALLED:
            return _CALLED[name]
        if not isinstance(function.__self__, Future):
            return f"{owner.__qualname__}.{name}()"
    code = getattr(function, "__code__", None)
    name = getattr(function, "__qualname__", None) or repr(function)
    return f"{name}()" if code is None else f"{name}(){_place(code, code.co_firstlineno, ' at')}"


_CALLED = {"_wakeup": "Task.task_wakeup()", "_stop_with": "_run_until_complete_cb()"}


def _shown_coroutine(coroutine, is_done):
    name, code = coroutine.__qualname__, getattr(coroutine, "cr_code", None)
    if code is None:
        return f"{name}() {'done' if is_done else 'running'}"
    if is_done:
        return f"{name}() done{_place(code, code.co_firstlineno, ', defined at')}"
    if coroutine.cr_running:
        # Who asks for it is called by it.
        line = next((at for its, at, _ in frames() if its.co_firstlineno == code.co_firstlineno), None)
    else:
        line = coroutine.cr_frame.f_lineno
    return f"{name}() running{_place(code, line, ' at')}"


def _place(code, line, before):
    """Of the program's own code: what the library has is nowhere."""
    name = code.co_filename
    return f"{before} {name}:{line}" if line and name not in ("", "<library>") else ""


class Future:
    """A result that is yet to come."""

    # What those who await it wait for, as the timeline calls it.
    _awaited = "result"
    # When it was done, on the timeline's clock, if somebody waited.
    _done_at = None

    def __init__(self, *, loop=None):
        self._loop = loop if loop is not None else get_event_loop()
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []
        self._cancel_message = None

    def __repr__(self):
        return f"<{self.__class__.__name__} {self._about()}>"

    def _about(self):
        parts = [self._state.lower()]
        if self._state == "FINISHED":
            failed = self._exception is not None
            parts.append(f"exception={self._exception!r}" if failed else f"result={self._result!r}")
        shown = [_shown_callback(function) for function, _ in self._callbacks]
        if len(shown) > 2:
            shown[1:-1] = [f"<{len(shown) - 2} more>"]
        if shown:
            parts.append(f"cb=[{', '.join(shown)}]")
        return " ".join(parts)

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        if self.done():
            return False
        self._state = "CANCELLED"
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _cancelled_error(self):
        message = self._cancel_message
        return CancelledError() if message is None else CancelledError(message)

    def result(self):
        if self._state == "CANCELLED":
            raise self._cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            self._loop._failed.pop(self, None)
            raise self._exception
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise self._cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Exception is not set.")
        self._loop._failed.pop(self, None)
        return self._exception

    def set_result(self, result):
        if self.done():
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = "FINISHED"
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators")
        self._exception = exception
        self._state = "FINISHED"
        self._loop._failed[self] = None
        self._schedule_callbacks()

    def add_done_callback(self, fn, *, context=None):
        if self.done():
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, _context.copied(context)))

    def remove_done_callback(self, fn):
        before = len(self._callbacks)
        self._callbacks = [callback for callback in self._callbacks if callback[0] != fn]
        return before - len(self._callbacks)

    def _schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        if callbacks:
            self._done_at = moment(self._loop._late)
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def __await__(self):
        if not self.done():
            stand(self._awaited)
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


_task_count = 0
_current = {}


class Task(Future):
    """A coroutine that the loop runs."""

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _task_count
        Future.__init__(self, loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _task_count += 1
            name = f"Task-{_task_count}"
        self._name = str(name)
        self._coro = coro
        self._waits_for = None
        # Its lane in the timeline, once it has taken a step; -1 if it has none.
        self._lane = None
        self._ready_at = moment(0)
        self._must_cancel = False
        self._cancel_requests = 0
        self._context = _context.copied(context)
        self._loop._tasks[self] = None
        if not eager_start or not self._loop.is_running():
            self._loop.call_soon(self._step, context=self._context)
        elif self._context is None:
            # As far as it comes without waiting, whatever task runs just now.
            self._step()
        else:
            self._context.run(self._step)

    def _about(self):
        state, _, outcome = Future._about(self).partition(" ")
        if not self.done() and self._cancel_requests:
            state = "cancelling"
        parts = [state, f"name={self._name!r}", f"coro=<{_shown_coroutine(self._coro, self.done())}>"]
        if self._waits_for is not None:
            parts.append(f"wait_for={self._waits_for!r}")
        if outcome:
            parts.append(outcome)
        return " ".join(parts)

    def _lane_name(self):
        """As a thread's name tells what it runs."""
        return f"{self._name} ({self._coro.__name__})" if self._name.startswith("Task-") else self._name

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        self._cancel_requests = max(self._cancel_requests - 1, 0)
        if self._cancel_requests == 0:
            self._must_cancel = False
        return self._cancel_requests

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancel_requests += 1
        if self._waits_for is not None and self._waits_for.cancel(msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def _step(self, error=None):
        if self.done():
            return
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waits_for = None
        me = threading.get_ident()
        outer = _current.get(me)
        _current[me] = self
        self._lane = begin_step(self._lane, self._lane_name() if self._lane is None else None, self._ready_at)
        try:
            waits_for = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                self._end(Future.cancel, self._cancel_message)
            else:
                self._end(Future.set_result, stop.value)
        except CancelledError as cancelled:
            self._cancel_message = cancelled.args[0] if cancelled.args else None
            self._end(Future.cancel, self._cancel_message)
        except (KeyboardInterrupt, SystemExit) as ending:
            self._end(Future.set_exception, ending)
            raise
        except BaseException as raised:
            self._end(Future.set_exception, raised)
        else:
            self._wait(waits_for)
        finally:
            end_step(self.done())
            _current[me] = outer

    def _end(self, how, what):
        self._loop._tasks.pop(self, None)
        how(self, what)

    def _wait(self, future):
        if future is None:
            # A bare `yield`: to give way once.
            self._ready_at = moment(0)
            self._loop.call_soon(self._step, context=self._context)
        elif not isinstance(future, Future):
            self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {future!r}"), context=self._context)
        elif future is self:
            self._loop.call_soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"), context=self._context)
        else:
            future.add_done_callback(self._wakeup, context=self._context)
            self._waits_for = future
            if self._must_cancel and future.cancel(self._cancel_message):
                self._must_cancel = False

    def _wakeup(self, future):
        self._ready_at = future._done_at
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


def current_task(loop=None):
    if loop is None:
        get_running_loop()
    return _current.get(threading.get_ident())


def all_tasks(loop=None):
    loop = loop if loop is not None else get_running_loop()
    return {task for task in list(loop._tasks) if not task.done()}


async def _awaited(awaitable):
    return await awaitable


def ensure_future(value, *, loop=None):
    if isinstance(value, Future):
        return value
    if not iscoroutine(value):
        if not hasattr(value, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        value = _awaited(value)
    loop = loop if loop is not None else get_event_loop()
    return loop.create_task(value)


def wrap_future(future, *, loop=None):
    """One of `concurrent.futures` as one of this module."""
    if isinstance(future, Future):
        return future
    loop = loop if loop is not None else get_event_loop()
    wrapped = loop.create_future()

    def take(done):
        if wrapped.cancelled():
            return
        if done.cancelled():
            wrapped.cancel()
        elif done.exception() is not None:
            wrapped.set_exception(done.exception())
        else:
            wrapped.set_result(done.result())

    def give(done):
        if done.cancelled():
            future.cancel()

    wrapped.add_done_callback(give)
    future.add_done_callback(lambda done: None if loop.is_closed() else loop.call_soon_threadsafe(take, done))
    return wrapped
