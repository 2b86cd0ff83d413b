"""A task that waits for its own pool

A pool of two threads. Each of two tasks sends a part of its work to the same pool, and waits for
it. Look for the deadlock: both threads wait for parts that no thread is left to do. With three
threads in the pool it ends.
"""
from concurrent.futures import ThreadPoolExecutor
import time

WORKERS = 2
pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="worker")


def part(number):
    return number * number


def whole(number):
    time.sleep(0.02)
    print(f"{number} waits for its part")
    return pool.submit(part, number).result()


print("results:", *pool.map(whole, [1, 2]))
