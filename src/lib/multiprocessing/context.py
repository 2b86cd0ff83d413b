"""The ways in which processes can be started, of which there is one: `spawn`."""

import os
from multiprocessing import AuthenticationError, BufferTooShort, ProcessError, TimeoutError
from multiprocessing.connection import Pipe
from multiprocessing.managers import Manager
from multiprocessing.pool import Pool
from multiprocessing.process import Process, active_children, current_process, parent_process
from multiprocessing.queues import JoinableQueue, Queue, SimpleQueue
from multiprocessing.sharedctypes import Array, RawArray, RawValue, Value
from multiprocessing.synchronize import (
    Barrier,
    BoundedSemaphore,
    Condition,
    Event,
    Lock,
    RLock,
    Semaphore,
)
from multiprocessing.starting import get_all_start_methods, get_start_method, set_start_method


class SpawnContext:
    """Everything in `multiprocessing`, by this way."""

    _name = "spawn"

    def __init__(self):
        for name, value in _MEMBERS.items():
            setattr(self, name, value)

    def cpu_count(self):
        return os.cpu_count()

    def get_context(self, method=None):
        return get_context(method)

    def get_start_method(self, allow_none=False):
        return self._name

    def freeze_support(self):
        pass


_MEMBERS = {
    "Array": Array,
    "AuthenticationError": AuthenticationError,
    "Barrier": Barrier,
    "BoundedSemaphore": BoundedSemaphore,
    "BufferTooShort": BufferTooShort,
    "Condition": Condition,
    "Event": Event,
    "JoinableQueue": JoinableQueue,
    "Lock": Lock,
    "Manager": Manager,
    "Pipe": Pipe,
    "Pool": Pool,
    "Process": Process,
    "ProcessError": ProcessError,
    "Queue": Queue,
    "RLock": RLock,
    "RawArray": RawArray,
    "RawValue": RawValue,
    "Semaphore": Semaphore,
    "SimpleQueue": SimpleQueue,
    "TimeoutError": TimeoutError,
    "Value": Value,
    "active_children": active_children,
    "current_process": current_process,
    "parent_process": parent_process,
}
_context = SpawnContext()


def get_context(method=None):
    if method not in (None, "spawn"):
        raise ValueError(f"cannot find context for {method!r}")
    return _context
