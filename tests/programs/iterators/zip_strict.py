print(list(zip([1, 2], [3, 4], strict=True)))
for a, b in (([1], [2, 3]), ([1, 2], [3])):
    try:
        list(zip(a, b, strict=True))
    except ValueError as e:
        print(e)
