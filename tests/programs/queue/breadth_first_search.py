from queue import Queue
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}
q = Queue()
q.put("a")
distance = {"a": 0}
while not q.empty():
    node = q.get()
    for other in graph[node]:
        if other not in distance:
            distance[other] = distance[node] + 1
            q.put(other)
print(distance)
