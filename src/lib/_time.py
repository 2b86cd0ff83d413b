"""What programs seldom ask of `time`: the names of clocks, and texts that are read."""

from datetime._parse import parsed as _parsed
from time import localtime as _localtime, mktime as _mktime, monotonic_ns, process_time_ns, struct_time as _struct_time
from time import thread_time_ns, time_ns

CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 4, 7, 11
_CLOCKS = {
    CLOCK_REALTIME: time_ns, CLOCK_TAI: time_ns, CLOCK_MONOTONIC: monotonic_ns, CLOCK_MONOTONIC_RAW: monotonic_ns,
    CLOCK_BOOTTIME: monotonic_ns, CLOCK_PROCESS_CPUTIME_ID: process_time_ns, CLOCK_THREAD_CPUTIME_ID: thread_time_ns,
}  # fmt: skip


def clock_gettime_ns(clk_id, /):
    if clk_id not in _CLOCKS:
        raise OSError(22, "Invalid argument")
    return _CLOCKS[clk_id]()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_getres(clk_id, /):
    clock_gettime_ns(clk_id)
    return 1e-6


class _ClockInfo:
    def __init__(self, implementation, adjustable, monotonic):
        self.implementation, self.monotonic, self.adjustable = implementation, monotonic, adjustable
        self.resolution = 1e-6

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in vars(self).items()]
        return f"namespace({', '.join(shown)})"


def get_clock_info(name, /):
    if name in ("monotonic", "perf_counter"):
        return _ClockInfo("performance.now()", False, True)
    if name == "time":
        return _ClockInfo("Date.now()", True, False)
    if name in ("process_time", "thread_time"):
        return _ClockInfo("the scheduler's clock", False, True)
    raise ValueError("unknown clock")


def tzset():
    pass


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    when = _localtime(_mktime((*_parsed(string, format)[:6], 0, 1, -1)))
    return _struct_time((*when[:8], -1))
