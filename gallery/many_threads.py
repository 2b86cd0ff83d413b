"""Ten thousand threads

Each of 10,000 threads waits a moment and counts itself, under a lock. Look for their number: as
threads of the system, each would take memory and time. Tick “Virtual threads” under Advanced,
and run it again.
"""
import threading
import time

THREADS = 10_000
done = 0
lock = threading.Lock()


def wait():
    global done
    time.sleep(0.05)
    with lock:
        done += 1


start = time.perf_counter()
threads = [threading.Thread(target=wait) for _ in range(THREADS)]
for thread in threads:
    thread.start()
print(f"started: {time.perf_counter() - start:.2f} s")
for thread in threads:
    thread.join()
print(f"{done:,} have waited: {time.perf_counter() - start:.2f} s")
