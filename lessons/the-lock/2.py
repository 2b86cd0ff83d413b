"""Taking turns

Both threads want the lock all the time. Python makes them take turns.

How long may one keep it while the other waits?
- until it has finished
- for one line of the program
- for 5 milliseconds *

After 5 ms the one that waits asks for the lock, and the holder lets go at its next check. That is the
switch interval.

See: gil, waiting: It waits for a switch interval, asks, and has the lock.

Change: setswitchinterval(0.005) -> setswitchinterval(0.0005)
The turns are ten times shorter, and the lock changes hands ten times as often. The work takes as long.
"""
import sys
import threading

sys.setswitchinterval(0.005)


def count_down(n):
    while n > 0:
        n -= 1


threads = [threading.Thread(target=count_down, args=(5_000_000,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both are done")
