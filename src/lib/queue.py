"""Queues between threads, over `_queue`."""

from _queue import Empty, Full, Queue, ShutDown
from heapq import heappop, heappush
from threading import Condition, Lock
from time import monotonic as _time

SimpleQueue = Queue


class _OrderedQueue:
    """One whose items come in an order of its own: what `_put` and `_get` make of a list."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.queue = []
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self.mutex = Lock()
        self.not_empty = Condition(self.mutex)
        self.not_full = Condition(self.mutex)
        self.all_tasks_done = Condition(self.mutex)
        for condition in (self.not_empty, self.not_full, self.all_tasks_done):
            condition._awaited = "message"

    def qsize(self):
        with self.mutex:
            return len(self.queue)

    def empty(self):
        return self.qsize() == 0

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= len(self.queue)

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            if self.maxsize > 0:
                self._wait(self.not_full, lambda: len(self.queue) < self.maxsize, block, timeout, Full)
            if self.is_shutdown:
                raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            self._wait(self.not_empty, lambda: self.queue, block, timeout, Empty)
            if not self.queue:
                raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def _wait(self, condition, is_possible, block, timeout, error):
        if timeout is not None and block and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = None if timeout is None else _time() + timeout
        while not is_possible() and not self.is_shutdown:
            if not block:
                raise error
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                raise error
            condition.wait(left)

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        with self.all_tasks_done:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            if self.unfinished_tasks == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                self.unfinished_tasks = max(self.unfinished_tasks - len(self.queue), 0)
                self.queue.clear()
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()


class PriorityQueue(_OrderedQueue):
    """The smallest item comes first."""

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(_OrderedQueue):
    """The last item comes first."""

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()
