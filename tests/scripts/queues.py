"""Queues of every kind between threads."""
import queue
import threading

jobs = queue.Queue()
done = []


def work():
    while True:
        job = jobs.get()
        if job is None:
            break
        done.append(job * job)
        jobs.task_done()


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for job in range(10):
    jobs.put(job)
jobs.join()
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
print(sorted(done), jobs.empty())

first = queue.PriorityQueue()
for item in [(3, "c"), (1, "a"), (2, "b"), (1, "A")]:
    first.put(item)
print(first.qsize(), [first.get() for _ in range(4)], first.empty())

last = queue.LifoQueue(maxsize=2)
last.put("x")
last.put("y")
print(last.full(), last.get(), last.get())
for attempt in (last.get_nowait, lambda: last.get(timeout=0.01)):
    try:
        attempt()
    except queue.Empty as error:
        print(repr(error))
last.put(1)
last.put(2)
try:
    last.put_nowait(3)
except queue.Full as error:
    print(repr(error))
try:
    last.get(timeout=-1)
except ValueError as error:
    print(error)
last.get()
last.task_done()
last.task_done()
try:
    last.task_done()
except ValueError as error:
    print(error)

small = queue.Queue(1)
taken = []


def take():
    for _ in range(5):
        taken.append(small.get())


taker = threading.Thread(target=take)
taker.start()
for number in range(5):
    small.put(number)
taker.join()
print(taken)
