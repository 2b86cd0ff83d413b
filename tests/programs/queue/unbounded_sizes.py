import queue
for size in (0, -1):
    q = queue.Queue(size)
    for i in range(100):
        q.put(i)
    print(q.full(), q.qsize(), sum(q.get() for _ in range(100)), q.empty())
q = queue.Queue(maxsize=3)
q.put("x")
print(q.maxsize, q.full())
