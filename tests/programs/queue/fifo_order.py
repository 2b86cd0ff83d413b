import queue
q = queue.Queue()
for item in (3, "a", None, [1], (2,)):
    q.put(item)
print(q.qsize(), q.empty(), [q.get() for _ in range(5)], q.qsize(), q.empty())
q.put(1)
q.put(2)
print(q.get(), q.put(3), q.get(), q.get())
