"""Processes, each with a memory of its own. What is not here is in the modules of this package, of
which a program gets those that it uses."""

from os import cpu_count

# Levels of its logger.
SUBDEBUG, SUBWARNING = 5, 25


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


def freeze_support():
    pass
