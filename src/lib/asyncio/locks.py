"""What tasks of one loop wait for each other by."""

from asyncio.futures import CancelledError, get_running_loop


class _Waiting:
    """Tasks that wait, the first one first."""

    def __init__(self):
        self._waiters = []

    async def _wait(self):
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)

    def _wake(self, most):
        for waiter in self._waiters:
            if most == 0:
                break
            if not waiter.done():
                waiter.set_result(True)
                most -= 1


class _AsContext:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, value, traceback):
        self.release()


class Lock(_AsContext, _Waiting):
    def __init__(self):
        _Waiting.__init__(self)
        self._locked = False

    def __repr__(self):
        return f"<asyncio.locks.Lock [{'locked' if self._locked else 'unlocked'}]>"

    def locked(self):
        return self._locked

    async def acquire(self):
        # Who has waited goes before who comes.
        if self._locked or any(not waiter.cancelled() for waiter in self._waiters):
            try:
                await self._wait()
            except CancelledError:
                if not self._locked:
                    self._wake(1)
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake(1)


class Event(_Waiting):
    def __init__(self):
        _Waiting.__init__(self)
        self._is_set = False

    def is_set(self):
        return self._is_set

    def set(self):
        self._is_set = True
        self._wake(-1)

    def clear(self):
        self._is_set = False

    async def wait(self):
        if not self._is_set:
            await self._wait()
        return True


class Semaphore(_AsContext, _Waiting):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        _Waiting.__init__(self)
        self._value = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while self._value <= 0:
            try:
                await self._wait()
            except CancelledError:
                self._wake(self._value)
                raise
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake(1)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._most = value

    def release(self):
        if self._value >= self._most:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Condition(_AsContext, _Waiting):
    def __init__(self, lock=None):
        _Waiting.__init__(self)
        self._lock = lock if lock is not None else Lock()
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait()
            return True
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        self.notify(-1)
