"""What tasks of one loop wait for each other by."""

from asyncio.exceptions import BrokenBarrierError
from asyncio.futures import CancelledError, get_running_loop


class _Waiting:
    """Tasks that wait, the first one first."""

    # What for, as the timeline calls it.
    _awaited = "lock"

    def __init__(self):
        self._waiters = []

    def _shown(self, about):
        """As it is, with how many wait."""
        waiters = f", waiters:{len(self._waiters)}" if self._waiters else ""
        return f"{object.__repr__(self)[:-1]} [{about}{waiters}]>"

    def _waiter(self):
        waiter = get_running_loop().create_future()
        waiter._awaited = self._awaited
        self._waiters.append(waiter)
        return waiter

    async def _wait(self):
        waiter = self._waiter()
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
        return self._shown("locked" if self._locked else "unlocked")

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
    _awaited = "event"

    def __init__(self):
        _Waiting.__init__(self)
        self._is_set = False

    def __repr__(self):
        return self._shown("set" if self._is_set else "unset")

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

    def __repr__(self):
        return self._shown("locked" if self.locked() else f"unlocked, value:{self._value}")

    def locked(self):
        # Who has waited goes before who comes.
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = self._waiter()
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                # It had got its turn, and gives it back.
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._wake_next():
                pass
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        # Takes the turn in the name of who is woken.
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._most = value

    def release(self):
        if self._value >= self._most:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Condition(_AsContext, _Waiting):
    _awaited = "event"

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
            try:
                await self._wait()
                return True
            finally:
                await self._acquire_again()
        except BaseException:
            # Someone else may have waited for this notice.
            self._wake(1)
            raise

    async def _acquire_again(self):
        # Whoever cancels the task meanwhile is heard when it has the lock again.
        cancelled = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as error:
                cancelled = error
        if cancelled is not None:
            raise cancelled

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


class Barrier:
    """Lets its tasks go on when so many have come."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._changed = Condition()
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        about = self._state
        if not self.broken:
            about += f", waiters:{self.n_waiting}/{self.parties}"
        return f"{object.__repr__(self)[:-1]} [{about}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *info):
        pass

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"

    async def wait(self):
        async with self._changed:
            await self._changed.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._changed.notify_all()
                else:
                    await self._changed.wait_for(lambda: self._state != "filling")
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    # The next ones may come.
                    if self._state in ("draining", "resetting"):
                        self._state = "filling"
                    self._changed.notify_all()

    async def reset(self):
        async with self._changed:
            if self._count > 0:
                self._state = "resetting"
            else:
                self._state = "filling"
            self._changed.notify_all()

    async def abort(self):
        async with self._changed:
            self._state = "broken"
            self._changed.notify_all()
