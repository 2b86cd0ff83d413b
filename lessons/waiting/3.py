"""Some computing lets go, too

Two threads compute checksums of large pieces of data.

With the GIL, do they run at the same time?
- no, hashing is computing
- yes *

A hash of much data needs nothing of Python meanwhile, so it lets the lock go. NumPy and compression do
the same. The timeline shows it as running without the lock.

See: gil, unlocked: It hashes, and has let the lock go.

Change: SIZE = 1_000_000 -> SIZE = 1_000
Small pieces are hashed with the lock held: letting it go would cost more. Now they take turns.
"""
import hashlib
import threading
import time

SIZE = 1_000_000
DATA = bytes(SIZE)


def hash_much():
    digest = hashlib.sha256()
    for _ in range(40_000_000 // SIZE):
        digest.update(DATA)


start = time.perf_counter()
threads = [threading.Thread(target=hash_much) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{time.perf_counter() - start:.2f} s")
