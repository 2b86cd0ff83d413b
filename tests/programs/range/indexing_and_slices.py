r = range(0, 20, 3)
print(r[0], r[-1], r[2], r[1:4], r[::-1], r[-2:], r[5:1], list(r[::2]), r[:3],
      list(range(10)[::-3]), range(5)[1:])
for bad in (7, -8):
    try:
        r[bad]
    except IndexError as e:
        print(e)
