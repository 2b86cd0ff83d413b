from queue import Queue, Empty, Full
q = Queue(1)
q.put("only")
try:
    q.put_nowait("more")
except Full:
    print("full")
print(q.get())
try:
    q.get_nowait()
except Empty:
    print("empty")
print(isinstance(Empty(), Exception), isinstance(Full(), Exception), Empty.__name__)
