"""Each waits for the other

Two transfers between two accounts. Each takes the lock of one account, then that of the other.

What happens?
- both come to their end
- one of them raises an error
- both wait for ever *

Each holds the lock that the other one wants: a deadlock. CPython would hang; here it is told, with the line
at which each waits.

See: gil, locked: It waits for what the other one holds, for ever.

Change: args=(bank, home) -> args=(home, bank)
Who takes locks in the same order everywhere cannot be caught like that.
"""
import threading
import time

home, bank = threading.Lock(), threading.Lock()


def transfer(one, other):
    with one:
        time.sleep(0.02)
        with other:
            print(f"{threading.current_thread().name} has both")


there = threading.Thread(target=transfer, args=(home, bank), name="there")
back = threading.Thread(target=transfer, args=(bank, home), name="back")
for thread in (there, back):
    thread.start()
for thread in (there, back):
    thread.join()
