import threading

class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def add(self, n):
        with self.lock:
            self.value += n
            return self.value

c = Counter()
print([c.add(i) for i in range(5)], c.value, c.lock.locked())
