import queue


def attempt(function):
    try:
        print(function())
    except (TypeError, ValueError, OverflowError, queue.Empty) as e:
        print(type(e).__name__, e)


items = queue.Queue(10**30)
for seconds in [1e10, "a", [], -1, -10**30]:
    attempt(lambda: items.get(timeout=seconds))
items.put(1, timeout=10**30)
attempt(lambda: items.get(timeout=1e10))
items.put(2, True, 0)
attempt(lambda: items.get(False, "a"))
attempt(lambda: items.get(False, "a"))
