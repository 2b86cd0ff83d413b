def show(s):
    # The order says how large the table is.
    print(s, len(s))
    s.add(70)
    s.add(6)
    print(s)


def fresh():
    s = {0, 7, 14, 21}
    s.remove(21)
    return s


s = fresh()
s |= s
show(s)
s = fresh()
s &= s
show(s)
s = fresh()
s -= s
show(s)
s = fresh()
s ^= s
show(s)
s = fresh()
s.update(s, s)
show(s)
s = fresh()
s.update(fresh())
show(s)
s = fresh()
s.intersection_update(s)
show(s)
s = fresh()
s.difference_update(s)
show(s)
s = fresh()
s.symmetric_difference_update(s)
show(s)
s = fresh()
show(s & s)
show(s | s)
show(s - s)
show(s ^ s)
big = set(range(100))
big -= {n for n in range(100) if n % 33}
show(big & big)
big &= big
show(big)
