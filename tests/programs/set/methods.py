s = {1}
print(s.add(2), s, s.add(1), s, s.discard(9), s.discard(1), s, s.remove(2), s,
      s.update([5, 6], (7,)), s, len(s), 5 in s)
t = s.copy()
t.add(0)
print(s, t, s.clear(), s, t)
t.intersection_update([5, 6])
print(t)
t.difference_update([5])
print(t, t.pop(), t)
for f in (lambda: s.remove(1), lambda: s.pop(), lambda: s.add([1]), lambda: {1} | [2],
          lambda: s.update(5), lambda: s.remove("k")):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
