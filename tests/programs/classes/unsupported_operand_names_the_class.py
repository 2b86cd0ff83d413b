class Vec:
    pass

for f in (lambda: Vec() + 1, lambda: 1 - Vec(), lambda: Vec() * Vec(), lambda: -Vec(),
          lambda: Vec() < Vec(), lambda: Vec()[0], lambda: Vec()(), lambda: len(Vec()),
          lambda: 1 in Vec(), lambda: iter(Vec()), lambda: abs(Vec())):
    try:
        f()
    except TypeError as e:
        print(e)
