for items in ([1, "a"], [None, 1], [[1], (1,)], [{}, {}], ["a", 1.5, None]):
    try:
        print(sorted(items))
    except TypeError as e:
        print(e)
a = [3, 1, 2]
try:
    a.sort(key=lambda x: 1 // (x - 2))
except ZeroDivisionError as e:
    print(e, a)
print(sorted([None]), sorted([]), sorted([(1, "a"), (1, "A")]))
