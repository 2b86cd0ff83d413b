"""Two locks in opposite order

Dining philosophers, two of them: each takes the fork at the left, then the one at the right. Look
for who waits for whom: each holds what the other wants. CPython would hang; here it is told, with
the lines.
"""
import threading
import time

forks = [threading.Lock(), threading.Lock()]


def dine(left, right):
    name = threading.current_thread().name
    with forks[left]:
        print(f"{name} has fork {left}")
        time.sleep(0.02)
        with forks[right]:
            print(f"{name} eats")


guests = [
    threading.Thread(target=dine, args=(0, 1), name="Plato"),
    threading.Thread(target=dine, args=(1, 0), name="Kant"),
]
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()
