"""The event loop, and what runs a program in one."""

import _context
import _sys
import sys
import threading
from _asyncio import is_over, set_first_step
from asyncio.futures import (
    Future,
    Task,
    _makers,
    _running,
    ensure_future,
    wrap_future,
)
from asyncio.tasks import gather
from concurrent.futures import ThreadPoolExecutor
from heapq import heappop, heappush
from time import monotonic as _time


class Handle:
    """A call that the loop is to make."""

    def __init__(self, callback, args, loop, context=None):
        self._context = _context.copied(context)
        self._callback = callback
        self._args = args
        self._loop = loop
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def __repr__(self):
        if self._cancelled:
            return f"<{type(self).__name__} cancelled>"
        return f"<{type(self).__name__} {_shown_call(self._callback, self._args)}>"

    def _run(self):
        if self._cancelled:
            return
        try:
            if self._context is None:
                self._callback(*self._args)
            else:
                self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            message = f"Exception in callback {_shown_call(self._callback, self._args)}"
            self._loop.call_exception_handler({"message": message, "exception": error, "handle": self})


    def _run_timed(self):
        start = _time()
        self._run()
        took = _time() - start
        if took >= self._loop.slow_callback_duration:
            whose = getattr(self._callback, "__self__", None)
            _log("warning", f"Executing {(whose if isinstance(whose, Task) else self)!r} took {took:.3f} seconds")


def _signals():
    """The module: whoever has a signal has it."""
    known = sys.modules.get("signal")
    if known is None:
        raise RuntimeError("add_signal_handler needs the program to import signal")
    return known


def _shown_call(function, args):
    name = getattr(function, "__qualname__", None) or repr(function)
    return f"{name}({', '.join([repr(arg) for arg in args])})"


class TimerHandle(Handle):
    def __init__(self, when, number, callback, args, loop, context):
        Handle.__init__(self, callback, args, loop, context)
        self._when = when
        self._number = number

    def __lt__(self, other):
        return (self._when, self._number) < (other._when, other._number)

    def when(self):
        return self._when

    def _run(self):
        self._loop._late = _time() - self._when
        Handle._run(self)
        self._loop._late = 0


def _log(level, text, error=None):
    """By the logger `asyncio`, if the program has logging; else what is a warning, or worse, is printed."""
    logging = _sys.linked().get("logging")
    if logging is not None:
        getattr(logging.getLogger("asyncio"), level)(text, exc_info=error)
    elif error is not None:
        threading._thread_print(text, error)
    elif level != "debug":
        print(text, file=sys.stderr)


class EventLoop:
    """Makes calls one after the other, when their time has come."""

    # What takes longer is told of, if the loop is debugged.
    slow_callback_duration = 0.1

    def __init__(self):
        self._ready = []
        self._timers = []
        # For how long the call that is being made would have had to be made already, by its timer.
        self._late = 0
        self._count = 0
        self._is_closed = False
        self._stopping = False
        # Other threads wake it by this.
        self._wake = threading.Condition(threading.Lock())
        self._executor = None
        # Those that have not ended, and what has failed while nobody has asked for its exception yet.
        self._tasks = {}
        self._failed = {}
        # Those that may not have come to their end.
        self._generators = []
        self._most_generators = 16
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        # Those that the loop has a handler for.
        self._signals = []
        _log("debug", "Using selector: EpollSelector")

    def time(self):
        return _time()

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        with self._wake:
            self._ready.append(handle)
            self._wake.notify()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(_time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        self._count += 1
        handle = TimerHandle(when, self._count, callback, args, self, context)
        heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, **kwargs):
        self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro, **kwargs)
        return Task(coro, loop=self, **kwargs)

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        if executor is None:
            if self._executor is None:
                self._executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._executor
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        self._executor = executor

    def __repr__(self):
        states = f"running={self.is_running()} closed={self._is_closed} debug={self._debug}"
        return f"<_UnixSelectorEventLoop {states}>"

    def is_running(self):
        return any(loop is self for loop in list(_running.values()))

    def is_closed(self):
        return self._is_closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if not self._is_closed and self._failed:
            self._tell_of_failed()
            # Who keeps them may still ask.
            threading._at_exit(lambda: self._tell_of_failed(True))
        if self._debug and not self._is_closed:
            _log("debug", f"Close {self!r}")
        self._is_closed = True
        if self._executor is not None:
            self._executor.shutdown(wait=False)

    def _check_closed(self):
        if self._is_closed:
            raise RuntimeError("Event loop is closed")

    def run_forever(self):
        self._check_closed()
        me = threading.get_ident()
        if me in _running:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        _running[me] = self
        outer = set_first_step(self._generator_begins)
        try:
            while not self._stopping:
                self._run_once()
        finally:
            set_first_step(outer)
            self._stopping = False
            del _running[me]

    def run_until_complete(self, future):
        self._check_closed()
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_with)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(self._stop_with)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_with(self, future):
        self.stop()

    def _run_once(self):
        self._wait()
        now = _time()
        while self._timers and self._timers[0]._when <= now:
            self._ready.append(heappop(self._timers))
        with self._wake:
            ready, self._ready = self._ready, []
        for handle in ready:
            if self._debug:
                handle._run_timed()
            else:
                handle._run()
        if self._failed:
            self._tell_of_failed()

    def _tell_of_failed(self, is_last=False):
        """Tells of failures that nobody will ask for any more: nothing else refers to what has failed."""
        for future in list(self._failed):
            # A dict, a list, a variable and an argument do.
            if is_last or sys.getrefcount(future) <= 4:
                del self._failed[future]
                message = f"{type(future).__name__} exception was never retrieved"
                context = {"message": message, "exception": future._exception, "future": future}
                self.call_exception_handler(context)

    def _wait(self):
        while self._timers and self._timers[0]._cancelled:
            heappop(self._timers)
        with self._wake:
            if self._ready or self._stopping:
                return
            left = max(self._timers[0]._when - _time(), 0) if self._timers else None
            self._wake._awaited = "event" if left is None else "time"
            self._wake.wait_for(lambda: self._ready, left)

    def _generator_begins(self, generator):
        if len(self._generators) >= self._most_generators:
            self._generators = [each for each in self._generators if not is_over(each)]
            self._most_generators = 2 * len(self._generators) + 16
        self._generators.append(generator)

    async def shutdown_asyncgens(self):
        left = [each for each in self._generators if not is_over(each)]
        self._generators = []
        if not left:
            return
        outcomes = await gather(*[each.aclose() for each in left], return_exceptions=True)
        for generator, outcome in zip(left, outcomes):
            if isinstance(outcome, Exception):
                message = f"an error occurred during closing of asynchronous generator {generator!r}"
                self.call_exception_handler(
                    {"message": message, "exception": outcome, "asyncgen": generator}
                )

    async def shutdown_default_executor(self, timeout=None):
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    def add_signal_handler(self, sig, callback, *args):
        _signals().signal(sig, lambda number, frame: self.call_soon_threadsafe(callback, *args))
        self._signals.append(sig)

    def remove_signal_handler(self, sig):
        if sig not in self._signals:
            return False
        self._signals.remove(sig)
        signals = _signals()
        signals.signal(sig, signals.default_int_handler if sig == signals.SIGINT else signals.SIG_DFL)
        return True

    def set_exception_handler(self, handler):
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        message, error = context.get("message") or "Unhandled exception in event loop", context.get("exception")
        lines = [f"{key}: {context[key]!r}" for key in sorted(context) if key not in ("message", "exception")]
        _log("error", "\n".join([message, *lines]), error)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
        else:
            self._exception_handler(self, context)


def new_event_loop():
    return EventLoop()


_makers.append(new_event_loop)
