def find(items, wanted):
    for item in items:
        if item == wanted:
            print("found", item)
            break
    else:
        print("no", wanted)

find([1, 2, 3], 2)
find([1, 2, 3], 9)
find([], 0)
for i in range(2):
    continue
else:
    print("continue is no break")
