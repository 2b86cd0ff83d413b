"""One thread gains nothing

Most programs have one thread. This one counts words.

How much faster is it without the GIL?
- twice as fast
- not faster *

There was nobody to wait for. Without the GIL each object must be safe on its own, which even costs a
little. Only a program with threads that compute gains anything.

See: free-threaded, running: One thread on one core, as with the lock.

Change: THREADS = 1 -> THREADS = 2
Now there is something to gain: two threads do twice the work, and without the GIL in the same time.
"""
import threading

THREADS = 1
TEXT = "the cat and the dog and the bird " * 4_000


def count_words():
    counts = {}
    for word in TEXT.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


threads = [threading.Thread(target=count_words) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{THREADS} times {len(TEXT.split()):,} words")
