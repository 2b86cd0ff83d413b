"""Queues that keep their items as a program says, as in answers on how to make a queue without duplicates."""

import queue
import threading


class SetQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}

    def _put(self, item):
        self.queue[item] = None

    def _get(self):
        item = next(iter(self.queue))
        del self.queue[item]
        return item


class Unique(queue.Queue):
    def _put(self, item):
        if item not in self.queue:
            super()._put(item)


class Largest(queue.PriorityQueue):
    def _put(self, item):
        super()._put((-item, item))

    def _get(self):
        return super()._get()[1]


class Closable(queue.Queue):
    END = object()

    def close(self):
        self.put(self.END)

    def __iter__(self):
        while True:
            item = self.get()
            try:
                if item is self.END:
                    return
                yield item
            finally:
                self.task_done()


class Peeking(queue.Queue):
    def peek(self):
        with self.not_empty:
            while not self._qsize():
                self.not_empty.wait()
            return self.queue[0]


def drained(queue):
    return [queue.get() for _ in range(queue.qsize())]


for kind in (SetQueue, Unique):
    letters = kind()
    for letter in "banana":
        letters.put(letter)
    print(letters.qsize(), list(letters.queue), drained(letters), letters.empty())
numbers = Largest(5)
for number in (3, 9, 1):
    numbers.put(number)
print(drained(numbers), numbers.maxsize, isinstance(numbers, queue.Queue), issubclass(queue.LifoQueue, queue.Queue))

jobs, results = Closable(3), queue.Queue()


def work():
    for job in jobs:
        results.put(job * job)


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for number in range(20):
    jobs.put(number)
for _ in workers:
    jobs.close()
jobs.join()
for worker in workers:
    worker.join()
print(sorted(results.queue), jobs.unfinished_tasks)

peeking = Peeking()
threading.Timer(0.01, peeking.put, ["late"]).start()
print(peeking.peek(), peeking.get())

plain = queue.Queue(2)
plain.put("a")
plain.put("b")
with plain.mutex:
    print(list(plain.queue), plain.mutex.locked())
    plain.queue.clear()
    plain.unfinished_tasks = 0
    plain.not_full.notify_all()
plain.join()
print(plain.empty(), plain.full(), plain.unfinished_tasks)

semaphore, bounded = threading.Semaphore(2), threading.BoundedSemaphore()
with semaphore, bounded:
    print(semaphore._value, bounded._value, isinstance(bounded, threading.Semaphore))
print(semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01), semaphore.acquire(False), semaphore._value)
semaphore.release(2)
print(repr(semaphore).partition(" ")[0], repr(semaphore).rpartition(" ")[2], threading.Event().is_set())
