import heapq
import itertools
import random


class Counted:
    compared = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Counted.compared += 1
        return self.value < other.value


def is_heap(heap):
    return all(heap[(index - 1) // 2] <= heap[index] for index in range(1, len(heap)))


rnd = random.Random(5)
for size in (0, 1, 2, 7, 50):
    items = [rnd.randrange(20) for _ in range(size)]
    heap = items[:]
    heapq.heapify(heap)
    print(is_heap(heap), [heapq.heappop(heap) for _ in range(size)] == sorted(items))
heap = []
for item in (5, 1, 4, 1):
    heapq.heappush(heap, item)
print(heap, heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 3), heapq.heapreplace(heap, 9), heap, heapq.heappushpop([], 7))
words = ["pear", "fig", "apple", "kiwi", "date"]
print(heapq.nlargest(2, words), heapq.nsmallest(3, words, key=len), heapq.nlargest(9, words, len), heapq.nsmallest(0, words), heapq.nlargest(1, []), heapq.nsmallest(-1, words))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [0, 9])), list(heapq.merge("ca", "db", reverse=True)), list(heapq.merge(["a", "bbb"], ["cc"], key=len)))
print(list(heapq.merge([(1, "x")], [(1, "a")], key=lambda pair: pair[0])), next(heapq.merge(itertools.count(3), itertools.count(2))))
counted = [Counted(value) for value in (3, 1, 2)]
heapq.heapify(counted)
print(heapq.heappop(counted).value, [item.value for item in heapq.nsmallest(2, counted)], Counted.compared > 0)
for wrong in [lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify(5)]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
tasks, order = [], 0
for priority, name in [(2, "code"), (1, "spec"), (3, "test"), (1, "plan")]:
    heapq.heappush(tasks, (priority, order, name))
    order += 1
print([heapq.heappop(tasks)[2] for _ in range(4)])
