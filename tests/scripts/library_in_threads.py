import itertools
import logging
import logging.handlers
import queue
import sys
import threading
from collections import Counter, defaultdict, deque
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial

# Threads take numbers from one counter, and items from one deque, and nothing is lost or doubled.
numbers = itertools.count(1)
todo = deque(range(2000))
done = deque()
recent = deque(maxlen=5)


def work():
    while True:
        try:
            item = todo.popleft()
        except IndexError:
            return
        done.append((next(numbers), item))
        recent.append(item)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(done), sorted(n for n, _ in done) == list(range(1, 2001)), sorted(i for _, i in done) == list(range(2000)), len(recent))


@lru_cache(maxsize=100)
def square(n):
    return n * n


with ThreadPoolExecutor(4) as pool:
    print(sum(pool.map(square, [n % 50 for n in range(1000)])), square.cache_info().currsize)
    print(list(pool.map(partial(pow, 2), range(5))))

counts = defaultdict(int)
lock = threading.Lock()


def tally(words):
    for word in words:
        with lock:
            counts[word] += 1


threads = [threading.Thread(target=tally, args=(["a", "b", "a"],)) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(counts.items()), Counter(counts).most_common(1))

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(threadName)s %(levelname)s %(message)s")


def speak(n):
    logging.info("message %d", n)


for n in range(3):
    thread = threading.Thread(target=speak, args=(n,), name=f"worker-{n}")
    thread.start()
    thread.join()
lines = []


class Keeper(logging.Handler):
    def emit(self, record):
        lines.append(self.format(record))


log = logging.getLogger("queued")
log.propagate = False
records = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, Keeper())
listener.start()
threads = [threading.Thread(target=lambda n=n: log.warning("from %d", n)) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
listener.stop()
print(sorted(lines))
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger().handlers[0].setFormatter(logging.Formatter("%(message)s"))
    logging.error("caught", exc_info=False)
