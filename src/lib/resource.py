"""What a process has used, as far as a page knows: the time that it ran. Of the rest nothing is measured."""

from _named import Named as _Named
from time import process_time, thread_time

RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIM_INFINITY = -1
RLIMIT_CPU, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_AS = 0, 2, 3, 6, 7, 9
error = OSError


class struct_rusage(_Named):
    """The time; memory is not told of (`tracemalloc`, `sys.getsizeof`)."""

    _title = "resource.struct_rusage"
    _fields = (
        "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt",
        "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw",
    )  # fmt: skip

    def __init__(self, seconds):
        self._values = (seconds, 0.0) + (0,) * 14
        self.ru_utime, self.ru_stime = seconds, 0.0
        for name in self._fields[3:]:
            setattr(self, name, 0)

    @property
    def ru_maxrss(self):
        raise NotImplementedError("ru_maxrss is not supported by the playground: the memory of a process is not measured")


def getrusage(who, /):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    return struct_rusage({RUSAGE_SELF: process_time, RUSAGE_THREAD: thread_time}.get(who, float)())


def getrlimit(resource, /):
    return (RLIM_INFINITY, RLIM_INFINITY)


def setrlimit(resource, limits, /):
    raise NotImplementedError("resource.setrlimit is not supported by the playground: limits are those of a page")


def getpagesize():
    return 65536
