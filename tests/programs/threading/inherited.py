import queue
import threading


class Alarm(threading.Event):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def set(self):
        print(self.name, "is set")
        super().set()


a = Alarm("alarm")
a.set()
print(a.is_set(), a.wait(1), isinstance(a, threading.Event))


class Gate(threading.Semaphore):
    def __init__(self, places):
        super().__init__(places)
        self.passed = 0

    def __enter__(self):
        self.passed += 1
        return super().__enter__()


g = Gate(2)
with g:
    with g:
        print(g.passed, g.acquire(blocking=False))
print(g.acquire(blocking=False))


class Bounded(threading.BoundedSemaphore):
    pass


b = Bounded(1)
try:
    b.release()
except ValueError as error:
    print(error)


class Jobs(queue.Queue):
    def __init__(self, name):
        super().__init__(maxsize=2)
        self.name = name

    def put(self, item, *args, **kwargs):
        super().put(f"{self.name}:{item}", *args, **kwargs)


j = Jobs("j")
j.put(1)
j.put(2)
print(j.full(), j.get(), j.qsize(), j.maxsize, j.name)
try:
    j.put(3)
    j.put(4, block=False)
except queue.Full:
    print("full")


class Newest(queue.LifoQueue):
    def newest(self):
        return self.get_nowait()


n = Newest()
n.put(1)
n.put(2)
print(n.newest(), n.empty())


class Ordered(queue.PriorityQueue):
    pass


p = Ordered()
for x in (3, 1, 2):
    p.put(x)
print([p.get() for _ in range(3)])


class Simple(queue.SimpleQueue):
    pass


s = Simple()
s.put("x")
print(s.get(), s.empty())
