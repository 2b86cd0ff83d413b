# An empty queue raises at once if asked not to wait.
import queue
q = queue.Queue()
for attempt in (lambda: q.get_nowait(), lambda: q.get(False), lambda: q.get(timeout=0.001)):
    try:
        attempt()
    except queue.Empty as e:
        print(type(e).__name__, e.args)
