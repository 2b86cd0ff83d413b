"""Tasks that end together."""

from asyncio.futures import CancelledError, current_task, get_running_loop


def _ends_program(error):
    return isinstance(error, (SystemExit, KeyboardInterrupt))


class TaskGroup:
    """Its block ends when all its tasks have ended; one that fails ends the others and the block."""

    def __init__(self):
        self._loop = None
        self._parent = None
        self._tasks = []
        self._errors = []
        self._ending = None
        self._entered = False
        self._exiting = False
        self._aborting = False
        # Was it the group that has cancelled the block's task?
        self._has_cancelled_parent = False
        # While the block waits for its tasks.
        self._all_done = None

    def __repr__(self):
        about = []
        if self._tasks:
            about.append(f" tasks={len(self._tasks)}")
        if self._errors:
            about.append(f" errors={len(self._errors)}")
        if self._aborting:
            about.append(" cancelling")
        elif self._entered:
            about.append(" entered")
        return f"<TaskGroup{''.join(about)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = get_running_loop()
        self._parent = current_task()
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(self, kind, error, traceback):
        try:
            await self._leave(error)
        finally:
            # Nobody needs them any more, and they hold on to their frames.
            self._parent = self._ending = None
            self._errors = []

    async def _leave(self, error):
        self._exiting = True
        if error is not None:
            if _ends_program(error) and self._ending is None:
                self._ending = error
            if not self._aborting:
                self._abort()
        cancelled = await self._wait_for_tasks(error if isinstance(error, CancelledError) else None)
        if self._ending is not None:
            raise self._ending
        if self._has_cancelled_parent and self._parent.uncancel() == 0:
            # Nobody but the group has cancelled the block.
            cancelled = None
        if cancelled is not None and not self._errors:
            raise cancelled
        if error is not None and not isinstance(error, CancelledError):
            self._errors.append(error)
        if self._errors:
            if self._parent.cancelling():
                # The errors go first; who has cancelled the block from outside is heard at the next
                # `await`.
                self._parent.uncancel()
                self._parent.cancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None

    async def _wait_for_tasks(self, cancelled):
        # The block may be cancelled while it waits, more than once.
        while self._tasks:
            if self._all_done is None:
                self._all_done = self._loop.create_future()
            try:
                await self._all_done
            except CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
            self._all_done = None
        return cancelled

    def create_task(self, coro, **kwargs):
        reason = None
        if not self._entered:
            reason = "has not been entered"
        elif self._exiting and not self._tasks:
            reason = "is finished"
        elif self._aborting:
            reason = "is shutting down"
        if reason is not None:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {reason}")
        task = self._loop.create_task(coro, **kwargs)
        self._tasks.append(task)
        if task.done():
            self._task_done(task)
        else:
            task.add_done_callback(self._task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks.copy():
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.remove(task)
        if self._all_done is not None and not self._tasks and not self._all_done.done():
            self._all_done.set_result(True)
        if task.cancelled() or task.exception() is None:
            return
        error = task.exception()
        self._errors.append(error)
        if _ends_program(error) and self._ending is None:
            self._ending = error
        if not self._aborting and not self._has_cancelled_parent:
            self._abort()
            self._has_cancelled_parent = True
            self._parent.cancel()
