import threading
e = threading.Event()
print(e.is_set(), e.wait(0.01), e.wait(timeout=0), e.set(), e.is_set(), e.wait(), e.wait(5),
      e.clear(), e.is_set(), e.wait(0))
e.set()
e.set()
print(e.is_set())
