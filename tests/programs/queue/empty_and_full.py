import queue
q = queue.Queue(2)
print(q.empty(), q.full(), q.maxsize)
q.put(1)
q.put_nowait(2)
print(q.full(), q.qsize())
for f in (lambda: q.put_nowait(3), lambda: q.put(3, block=False), lambda: q.put(3, timeout=0.01),
          lambda: q.put(3, False)):
    try:
        f()
    except queue.Full as e:
        print("Full", repr(e))
print(q.get_nowait(), q.get(block=False))
for f in (lambda: q.get_nowait(), lambda: q.get(block=False), lambda: q.get(timeout=0.01),
          lambda: q.get(False)):
    try:
        f()
    except queue.Empty as e:
        print("Empty", repr(e))
