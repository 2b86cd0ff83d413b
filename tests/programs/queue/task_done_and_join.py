import queue
q = queue.Queue()
q.join()
q.put(1)
q.put(2)
q.get()
q.task_done()
q.get()
q.task_done()
q.join()
print("joined")
try:
    q.task_done()
except ValueError as e:
    print(e)
