from bisect import bisect, bisect_left, bisect_right, insort, insort_left

items = [1, 2, 2, 3, 5]
print([bisect_left(items, n) for n in range(7)], [bisect_right(items, n) for n in range(7)], bisect(items, 2, 0, 2))
insort(items, 4)
insort_left(items, 2)
print(items, bisect_left(["a", "bb", "cccc"], 3, key=len))
try:
    bisect(items, 1, -1)
except ValueError as error:
    print(error)
