for view in (lambda d: d, lambda d: d.keys(), lambda d: d.values(), lambda d: d.items()):
    d = {1: 1, 2: 2}
    count = 0
    iterator = iter(view(d))
    try:
        for _ in iterator:
            key = next(iter(d))
            del d[key]
            d[key + 10] = 0
            count += 1
            if count > 50:
                break
        print("ended", count)
    except RuntimeError as error:
        print(count, error, list(iterator))
d = {1: 1, 2: 2}
for key in d:
    d[key] = 5
print(d)
