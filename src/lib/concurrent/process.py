"""Pools of processes that fulfil futures."""

import _process
import os
import pickle
import threading
import traceback
from concurrent.futures import BrokenExecutor, Executor, Future, _results
from multiprocessing import process as _processes
from multiprocessing.pool import _Raised, _serve, _Tasks
from time import monotonic as _time


class BrokenProcessPool(BrokenExecutor):
    pass


_ABRUPTLY = "A process in the process pool was terminated abruptly while the future was running or pending."


def _work(ways, initializer, initargs, most):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            # The pool is broken by the end of this process.
            lines = traceback.format_exception(type(error), error, error.__traceback__)
            print("Exception in initializer:\n" + "".join(lines), end="")
            raise SystemExit(1)
    _serve(ways, _answer, most)


def _answer(number, function, args, kwargs):
    try:
        result = (True, function(*args, **kwargs))
    except BaseException as error:
        result = (False, _Raised(error))
    try:
        return pickle.dumps((number, result))
    except Exception as error:
        return pickle.dumps((number, (False, _Raised(error))))


def _call_chunk(function, chunk):
    return [function(*args) for args in chunk]


class ProcessPoolExecutor(Executor):
    """Makes calls in processes of its own, which are started as they are needed."""

    def __init__(
        self,
        max_workers=None,
        mp_context=None,
        initializer=None,
        initargs=(),
        *,
        max_tasks_per_child=None,
    ):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._most = max_tasks_per_child
        self._lock = threading.Lock()
        self._ways = _Tasks(_process.channel(None), _process.channel(None))
        # A message of this process to the thread that handles results: something is different.
        self._news = _process.channel(None)
        self._processes = []
        self._pending = {}
        # What has not been sent to the workers, and can be cancelled; how much they have.
        self._unsent = {}
        self._sent = 0
        self._count = 0
        self._idle = 0
        self._handler = None
        self._is_shut_down = False
        self._is_broken = None

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._is_broken:
                raise BrokenProcessPool(self._is_broken)
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = Future()
            self._count += 1
            number = self._count
            try:
                message = pickle.dumps((number, fn, args, kwargs))
            except Exception as error:
                future.set_exception(error)
                return future
            self._pending[number] = future
            self._unsent[number] = message
            self._fill(self._max_workers)
            if self._idle > 0:
                self._idle -= 1
            elif len(self._processes) < self._max_workers:
                self._add_worker()
            if self._handler is None:
                self._handler = threading.Thread(target=self._handle, daemon=True)
                self._handler.start()
                _processes._exits.append(self._exit)
            if self._unsent and self._sent == self._max_workers:
                # What no worker can do yet is sent by the handler, so that it can be cancelled until then.
                _process.send(self._news, b"", True, None)
            return future

    def _fill(self, most):
        """Sends the workers calls, until they have so many."""
        while self._unsent and self._sent < most:
            number = next(iter(self._unsent))
            message = self._unsent.pop(number)
            if self._pending[number].set_running_or_notify_cancel():
                self._sent += 1
                _process.send(self._ways.tasks, message, True, None)
            else:
                del self._pending[number]

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        end = None if timeout is None else timeout + _time()
        items = list(zip(*iterables))
        chunks = [items[start : start + chunksize] for start in range(0, len(items), chunksize)]
        futures = [self.submit(_call_chunk, fn, chunk) for chunk in chunks]
        return (item for chunk in _results(futures, end) for item in chunk)

    def _add_worker(self):
        args = (self._ways, self._initializer, self._initargs, self._most)
        worker = _processes.Process(target=_work, args=args)
        worker.start()
        self._processes.append(worker)

    def _handle(self):
        """On a thread of its own: takes results, and hears of processes that end."""
        while True:
            with self._lock:
                pids = [worker.pid for worker in self._processes]
            _process.ready([self._ways.results, self._news], pids, None)
            while (message := _process.receive(self._ways.results, 0)) is not None:
                self._take(*pickle.loads(message))
            while _process.receive(self._news, 0) is not None:
                pass
            with self._lock:
                self._fill(self._max_workers + 1)
                ended = [worker for worker in self._processes if worker.exitcode is not None]
                for worker in ended:
                    self._processes.remove(worker)
                if any([worker.exitcode != 0 for worker in ended]):
                    self._break()
                    return
                if ended and self._pending and len(self._processes) < self._max_workers:
                    self._add_worker()
                if self._is_shut_down and not self._pending:
                    break
        self._end_workers()

    def _take(self, number, result):
        with self._lock:
            future = self._pending.pop(number)
            self._sent -= 1
            self._idle += 1
            self._fill(self._max_workers + 1)
        success, value = result
        if success:
            future.set_result(value)
        else:
            future.set_exception(value)

    def _break(self):
        self._is_broken = (
            "A child process terminated abruptly, the process pool is not usable anymore"
        )
        pending, self._pending = self._pending, {}
        for future in pending.values():
            if not future.done():
                future.set_exception(BrokenProcessPool(_ABRUPTLY))
        for worker in self._processes:
            worker.terminate()

    def _end_workers(self):
        for _ in self._processes:
            _process.send(self._ways.tasks, pickle.dumps(None), True, None)
        for worker in self._processes:
            worker.join()

    def _exit(self):
        """The program is at its end: all calls are made."""
        self.shutdown()

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._is_shut_down = True
            if cancel_futures:
                for number in self._unsent:
                    self._pending[number].cancel()
                self._fill(self._max_workers + 1)
            handler = self._handler
        if handler is not None:
            _process.send(self._news, b"", True, None)
            if wait:
                handler.join()
