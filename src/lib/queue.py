"""Queues between threads."""

from _queue import Empty, Full, Queue
