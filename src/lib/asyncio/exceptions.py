"""What goes wrong with coroutines."""

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The work was cancelled."""


class InvalidStateError(Exception):
    """A result is not there yet, or there already."""


class BrokenBarrierError(RuntimeError):
    """A barrier was broken while somebody waited for it."""
