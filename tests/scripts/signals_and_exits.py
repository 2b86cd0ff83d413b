import atexit
import errno
import gc
import os
import signal
import threading

print(signal.SIGINT, repr(signal.SIGTERM), signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM), signal.Signals(15).name, signal.strsignal(2))
got = []
print(signal.signal(signal.SIGUSR1, lambda n, fr: got.append(n))); signal.raise_signal(signal.SIGUSR1); print(got)
try: signal.signal(signal.SIGKILL, signal.SIG_IGN)
except OSError as e: print(e)
def t():
    try: signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError as e: print(e)
th = threading.Thread(target=t); th.start(); th.join()
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print("KI")
gc.disable(); print(gc.isenabled()); gc.enable(); print(gc.isenabled(), type(gc.collect()), len(gc.get_count()))
print(errno.ENOENT, errno.errorcode[2], os.strerror(13))
atexit.register(print, "last"); atexit.register(print, "first", sep="-")
@atexit.register
def bye(): print("bye")

atexit.unregister(bye)
th = threading.Timer(0.05, print, ("thread",)); th.start()
