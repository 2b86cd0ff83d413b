class Point:
    def __init__(self):
        self.x = 1

p = Point()
for f in (lambda: p.zzz, lambda: Point.zzz, lambda: (5).zzz, lambda: "a".zzz, lambda: None.zzz,
          lambda: [].zzz, lambda: {}.zzz, lambda: len.zzz, lambda: (1.5).zzz):
    try:
        f()
    except AttributeError as e:
        print(e)
