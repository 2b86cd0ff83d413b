"""Pools of threads that make each call in an interpreter of their own."""

from concurrent import interpreters
from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor


class BrokenInterpreterPool(BrokenThreadPool):
    pass


def _call(function, args, kwargs):
    """In the other interpreter: so that its exceptions come back as they are."""
    try:
        return True, function(*args, **kwargs)
    except BaseException as error:
        return False, error


class InterpreterPoolExecutor(ThreadPoolExecutor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        super().__init__(max_workers, thread_name_prefix, initializer, initargs)

    def _caller(self):
        interpreter = interpreters.create()

        def call(function, args, kwargs):
            success, value = interpreter.call(_call, function, args, kwargs)
            if success:
                return value
            raise value

        return call
