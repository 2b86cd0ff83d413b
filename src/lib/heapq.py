"""Heaps: lists whose first item is the smallest one."""


def heappush(heap, item):
    heap.append(item)
    _sift_up(heap, len(heap) - 1)


def _check(heap, name):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() argument must be list, not {type(heap).__name__}")


def heappop(heap):
    if not heap:
        _check(heap, "heappop")
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sift_down(heap, 0)
    return first


def heapreplace(heap, item):
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _sift_down(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_down(heap, 0)
    return item


def heapify(heap):
    _check(heap, "heapify")
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sift_down(heap, place)


def _sift_up(heap, place):
    item = heap[place]
    while place > 0:
        parent = (place - 1) // 2
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sift_down(heap, place):
    item = heap[place]
    end = len(heap)
    child = 2 * place + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        if not heap[child] < item:
            break
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item


def merge(*iterables, key=None, reverse=False):
    """Takes from each iterable no more than is asked for."""
    fronts = []
    for iterable in iterables:
        iterator = iter(iterable)
        for value in iterator:
            fronts.append([value if key is None else key(value), value, iterator])
            break
    while fronts:
        best = fronts[0]
        for front in fronts:
            if best[0] < front[0] if reverse else front[0] < best[0]:
                best = front
        yield best[1]
        for value in best[2]:
            best[0], best[1] = value if key is None else key(value), value
            break
        else:
            fronts = [front for front in fronts if front is not best]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]
