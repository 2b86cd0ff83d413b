"""A clock beside work that keeps the lock

A clock ticks every 5 ms, beside a loop of Python and beside one long call of `sorted`. Look for the
ticks: with the GIL a loop lets the clock have its turns, and a single call lets it have none.
"""
import random
import threading
import time

is_over = False
ticks = 0


def clock():
    global ticks
    while not is_over:
        time.sleep(0.005)
        ticks += 1


def loop():
    n = 0
    for number in NUMBERS:
        n += number > 0.5


def sort():
    sorted(NUMBERS)


NUMBERS = [random.random() for _ in range(300_000)]
ticker = threading.Thread(target=clock, name="clock")
ticker.start()
for work in (loop, sort):
    before, start = ticks, time.perf_counter()
    work()
    ms = 1000 * (time.perf_counter() - start)
    print(f"{work.__name__}: {ticks - before} ticks in {ms:.0f} ms")
is_over = True
ticker.join()
