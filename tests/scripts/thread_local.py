import threading

data = threading.local()
data.x = 1
seen = []


def work(number):
    seen.append((number, hasattr(data, "x"), data.__dict__))
    data.x = number
    data.name = f"thread {number}"
    seen.append((number, data.x, sorted(data.__dict__)))


for number in (10, 20):
    thread = threading.Thread(target=work, args=(number,))
    thread.start()
    thread.join()
print(seen, data.x, data.__dict__)
del data.x
print(hasattr(data, "x"))
try:
    data.x
except AttributeError as error:
    print(type(error).__name__)


class Counter(threading.local):
    kind = "counter"

    def __init__(self, start):
        self.value = start

    def up(self):
        self.value += 1
        return self.value


counter = Counter(5)
print(counter.up(), counter.up(), counter.kind)
counter.kind = "mine"
results = []
thread = threading.Thread(target=lambda: results.append((counter.up(), counter.kind)))
thread.start()
thread.join()
print(results, counter.value, counter.kind)
try:
    threading.local(1)
except TypeError as error:
    print(error)
