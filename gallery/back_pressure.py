"""A producer that is faster than its consumer

A producer makes 100 items as fast as it can, a consumer takes 1 ms for each. Look for the longest
queue: without a bound all items wait in memory, with one the producer waits.
"""
import queue
import threading
import time


def run(size):
    items = queue.Queue(maxsize=size)
    longest = 0

    def produce():
        nonlocal longest
        for number in range(100):
            items.put(number)
            longest = max(longest, items.qsize())
        items.put(None)

    def consume():
        while items.get() is not None:
            time.sleep(0.001)

    threads = [threading.Thread(target=work, name=work.__name__) for work in (produce, consume)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"maxsize={size}: at most {longest} waited")


run(0)
run(5)
