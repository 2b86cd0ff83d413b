"""What `threading` is written over."""

from _thread import RLock, get_ident, lock, start_new_thread

LockType = lock
allocate_lock = allocate = lock
error = RuntimeError
get_native_id = get_ident
start_new = start_new_thread
TIMEOUT_MAX = 9223372036.0


def exit():
    raise SystemExit


exit_thread = exit
