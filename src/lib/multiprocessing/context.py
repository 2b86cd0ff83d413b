"""The ways in which processes can be started. All of them come to the same here: `spawn`."""

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
from multiprocessing.starting import checked, get_all_start_methods, get_start_method, set_start_method


class _Context:
    """Everything in `multiprocessing`, by one of them."""

    def __init__(self, name):
        self._name = name
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
    "get_all_start_methods": get_all_start_methods,
    "parent_process": parent_process,
    "set_start_method": set_start_method,
}


class SpawnContext(_Context):
    pass


class ForkContext(_Context):
    pass


class ForkServerContext(_Context):
    pass


_contexts = {"spawn": SpawnContext("spawn"), "fork": ForkContext("fork"), "forkserver": ForkServerContext("forkserver")}


def get_context(method=None):
    return _contexts[get_start_method() if method is None else checked(method)]
