"""Signals from one process of the program to another, or to itself."""

import _process
from signal import SIG_DFL, SIGCHLD, SIGCONT, SIGWINCH, getsignal, raise_signal


def kill(pid, signal, /):
    if pid != _process.getpid():
        if _process.wait(pid, 0) is not None:
            raise ProcessLookupError(3, "No such process")
        if signal:
            _process.kill(pid, int(signal))
    elif signal and getsignal(signal) == SIG_DFL and signal not in (SIGCHLD, SIGCONT, SIGWINCH):
        _end(signal)
    elif signal:
        raise_signal(signal)


def _end(signal):
    if _process.argument() is None:
        # The first process takes the playground with it: its exit status tells.
        raise SystemExit(128 + signal)
    _process.kill(_process.getpid(), int(signal))
    _process.wait(_process.getpid(), None)
