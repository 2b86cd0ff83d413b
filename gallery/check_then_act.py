"""A cache that four threads ask at once

Whoever does not find a key computes it. Between looking and storing, the others look, too. Look for
the computations: one for each of 20 keys in one thread, up to four times as many in four. A test
that passes alone fails in threads.
"""
import threading
import time

KEYS = 20
computations = 0


def cached(cache, key):
    global computations
    if key not in cache:
        time.sleep(0.002)
        computations += 1
        cache[key] = key * key
    return cache[key]


def ask(cache):
    for key in range(KEYS):
        cached(cache, key)


for count in (1, 4):
    computations, cache = 0, {}
    threads = [threading.Thread(target=ask, args=(cache,)) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{count} threads: {computations} computations for {len(cache)} keys")
