"""Names of signals, and who would be told of them: nobody sends any to a page."""

from enum import IntEnum as _IntEnum
from threading import current_thread as _current_thread, main_thread as _main_thread


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGWINCH = 28


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP = Signals.SIGHUP, Signals.SIGINT, Signals.SIGQUIT, Signals.SIGILL, Signals.SIGTRAP
SIGABRT, SIGBUS, SIGFPE, SIGKILL = Signals.SIGABRT, Signals.SIGBUS, Signals.SIGFPE, Signals.SIGKILL
SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE = Signals.SIGUSR1, Signals.SIGSEGV, Signals.SIGUSR2, Signals.SIGPIPE
SIGALRM, SIGTERM, SIGCHLD, SIGCONT = Signals.SIGALRM, Signals.SIGTERM, Signals.SIGCHLD, Signals.SIGCONT
SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU = Signals.SIGSTOP, Signals.SIGTSTP, Signals.SIGTTIN, Signals.SIGTTOU
SIGWINCH = Signals.SIGWINCH
SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN
NSIG = 65


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN}


def _checked(signalnum):
    if not 1 <= int(signalnum) < NSIG:
        raise ValueError("signal number out of range")
    return int(signalnum)


def signal(signalnum, handler):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if _current_thread() is not _main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    signalnum = _checked(signalnum)
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    known = _handlers.get(signalnum, SIG_DFL)
    _handlers[signalnum] = Handlers(handler) if handler in (0, 1) else handler
    return known


def getsignal(signalnum):
    return _handlers.get(_checked(signalnum), SIG_DFL)


def raise_signal(signalnum, /):
    """What the program sends to itself arrives at once, in the thread that sends it."""
    signalnum = _checked(signalnum)
    handler = _handlers.get(signalnum, SIG_DFL)
    if callable(handler) and not isinstance(handler, Handlers):
        handler(signalnum, None)
    elif handler == SIG_DFL and signalnum not in (SIGCHLD, SIGCONT, SIGWINCH):
        raise SystemExit(128 + signalnum)


def strsignal(signalnum, /):
    known = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 11: "Segmentation fault", 14: "Alarm clock", 15: "Terminated"}
    return known.get(_checked(signalnum), f"Signal {signalnum}")


def valid_signals():
    return set(Signals)


def siginterrupt(signalnum, flag, /):
    pass


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"signal.{name} is not supported by the playground: nobody sends signals to a page")

    return refuse


alarm, setitimer, pause, sigwait = _refused("alarm"), _refused("setitimer"), _refused("pause"), _refused("sigwait")
pthread_kill, set_wakeup_fd, getitimer = _refused("pthread_kill"), _refused("set_wakeup_fd"), _refused("getitimer")
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
