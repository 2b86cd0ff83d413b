"""__del__ and weak references of objects that several threads have had."""

import threading
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        gone.append(self.name)


gone = []
first = Thing("made before any thread")
reference = weakref.ref(first)


def work(number):
    own = Thing(f"of thread {number}")
    seen.append(reference() is first)
    shared.append(Thing(f"handed over by {number}"))
    del own


seen, shared = [], []
threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen, sorted(gone))
gone.clear()
shared.clear()
print(sorted(gone))
gone.clear()
del first
print(gone, reference())

# Weak references are made and looked through while others let go.
cache = weakref.WeakValueDictionary()
lock = threading.Lock()
made = []


class Entry:
    pass


def use(key):
    for _ in range(200):
        with lock:
            entry = cache.get(key)
            if entry is None:
                entry = cache[key] = Entry()
                made.append(key)
        del entry


threads = [threading.Thread(target=use, args=(number % 2,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(cache), set(made))
