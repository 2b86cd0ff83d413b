"""Threads that can be used like processes."""

import threading
from multiprocessing.managers import Namespace
from multiprocessing.managers import _Value as Value
from multiprocessing.pool import ThreadPool
from queue import Queue
from threading import (
    Barrier,
    BoundedSemaphore,
    Condition,
    Event,
    Lock,
    RLock,
    Semaphore,
)

JoinableQueue = Queue
current_process = threading.current_thread


class DummyProcess(threading.Thread):
    """A thread with an exit code."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)
        self._parent = threading.current_thread()
        self._children = []

    def start(self):
        getattr(self._parent, "_children", _children).append(self)
        super().start()

    @property
    def exitcode(self):
        return 0 if self._started.is_set() and not self.is_alive() else None


Process = DummyProcess
_children = []


def active_children():
    children = getattr(threading.current_thread(), "_children", _children)
    children[:] = [child for child in children if child.is_alive()]
    return list(children)


def freeze_support():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    return ThreadPool(processes, initializer, initargs)


def Array(typecode, sequence, lock=True):
    from array import array

    return array(typecode, sequence)



def Pipe(duplex=True):
    raise NotImplementedError("multiprocessing.dummy.Pipe is not supported by the playground: threads share queues")
