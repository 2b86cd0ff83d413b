"""Threads and what they wait for each other by, over `_thread`."""

from _thread import Event, RLock, Semaphore, get_ident
from _thread import lock as Lock
