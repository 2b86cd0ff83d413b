"""A lock that one thread hardly lets go

Two threads need one lock: one thinks while it holds it and asks again at once, the other rests a
millisecond before it asks again. Look for how often each had it: a lock is not fair, and who asks
again at once is there before the one that waits.
"""
import threading
import time

lock = threading.Lock()
turns = {"greedy": 0, "polite": 0}
end = time.perf_counter() + 0.1


def think():
    sum(range(2_000))


def greedy():
    while time.perf_counter() < end:
        with lock:
            think()
            turns["greedy"] += 1


def polite():
    while time.perf_counter() < end:
        time.sleep(0.001)
        with lock:
            turns["polite"] += 1


threads = [threading.Thread(target=work, name=work.__name__) for work in (greedy, polite)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(turns, "greedy had it more often:", turns["greedy"] > turns["polite"])
