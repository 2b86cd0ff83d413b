a = [1, 2]
for f in (lambda: a.remove(9), lambda: a.index(9), lambda: a.pop(9), lambda: [].pop(),
          lambda: a.index(1, 1),
          lambda: a.append(), lambda: a.append(1, 2), lambda: a.extend(5), lambda: a.insert(1),
          lambda: a.pop("x"),
          lambda: a.sort(5), lambda: a.missing()):
    try:
        f()
    except (ValueError, IndexError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(a)
