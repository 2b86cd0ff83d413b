import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(2)
    q.put(1)
    q.put(2)
    q.shutdown()
    for attempt in (lambda: q.put(3), lambda: q.put_nowait(3), q.get, q.get_nowait, q.get, lambda: q.get(timeout=1), q.get_nowait):
        try:
            print(attempt())
        except queue.ShutDown as error:
            print(repr(error), error.__class__.__name__)
    q.task_done()
    q.task_done()
    q.join()
    q = kind()
    q.put(1)
    q.shutdown(immediate=True)
    q.join()
    print(q.qsize(), q.empty())
    try:
        q.get()
    except queue.ShutDown:
        print("shut down")
