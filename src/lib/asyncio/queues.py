"""Queues between tasks of one loop."""

from asyncio.locks import _Waiting
from heapq import heappop, heappush


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueShutDown(Exception):
    pass


class _Messages(_Waiting):
    _awaited = "message"


class Queue:
    """The first item comes first."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = _Messages()
        self._putters = _Messages()
        self._joiners = _Messages()
        self._unfinished = 0
        self._is_shutdown = False
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop(0)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= len(self._queue)

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            try:
                await self._putters._wait()
            except BaseException:
                # Its turn is someone else's.
                if not self.full():
                    self._putters._wake(1)
                raise
        self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._getters._wake(1)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            try:
                await self._getters._wait()
            except BaseException:
                if not self.empty():
                    self._getters._wake(1)
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._putters._wake(1)
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._joiners._wake(-1)

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished > 0:
                    self._unfinished -= 1
            if self._unfinished == 0:
                self._joiners._wake(-1)
        self._getters._wake(-1)
        self._putters._wake(-1)

    async def join(self):
        while self._unfinished > 0:
            await self._joiners._wait()


class PriorityQueue(Queue):
    """The smallest item comes first."""

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The last item comes first."""

    def _get(self):
        return self._queue.pop()
