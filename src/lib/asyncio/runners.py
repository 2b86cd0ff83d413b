"""What runs a program in a loop of its own."""

import _context
import threading
from asyncio.events import new_event_loop
from asyncio.futures import _running, all_tasks, iscoroutine, set_event_loop


class Runner:
    """Runs coroutines in a loop of its own, one after the other."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._factory = loop_factory
        self._loop = None
        self._is_closed = False
        self._context = None

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def get_loop(self):
        if self._is_closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            if self._factory is not None:
                self._loop = self._factory()
            else:
                self._loop = new_event_loop()
                set_event_loop(self._loop)
            if self._debug is not None:
                self._loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if threading.get_ident() in _running:
            coro.close()
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        if context is None:
            context = self._context = _context.copied(self._context)
        if context is not None:
            coro = loop.create_task(coro, context=context)
        return loop.run_until_complete(coro)

    def close(self):
        loop, self._loop = self._loop, None
        if loop is None:
            return
        self._is_closed = True
        try:
            _end_all(loop)
            for ending in loop.shutdown_asyncgens, loop.shutdown_default_executor:
                task = loop.create_task(ending())
                # It is none of the program's.
                task._lane = -1
                loop.run_until_complete(task)
        finally:
            if self._factory is None:
                set_event_loop(None)
            loop.close()


def _end_all(loop):
    left = all_tasks(loop)
    for task in left:
        task.cancel()
    if not left:
        return
    loop.run_until_complete(_ended(left))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            message = "unhandled exception during asyncio.run() shutdown"
            loop.call_exception_handler(
                {"message": message, "exception": task.exception(), "task": task}
            )


async def _ended(tasks):
    for task in tasks:
        try:
            await task
        except BaseException:
            # It is told of when all have ended.
            pass


def run(main, *, debug=None, loop_factory=None):
    if threading.get_ident() in _running:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)
