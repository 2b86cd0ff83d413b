import queue

def produce(q, n):
    for i in range(n):
        q.put(i * i)
    q.put(None)

def consume(q):
    total = 0
    while True:
        item = q.get()
        if item is None:
            return total
        total += item

q = queue.Queue()
produce(q, 10)
print(consume(q), q.empty())
