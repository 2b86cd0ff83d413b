for make in (lambda: iter([1]), lambda: iter((1,)), lambda: iter("a"), lambda: iter({1: 2}),
             lambda: iter(range(1)), lambda: map(str, [1]),
             lambda: zip([1]), lambda: enumerate([1]), lambda: filter(None, [1]),
             lambda: reversed([1]), lambda: (x for x in [1])):
    it = make()
    print(list(it), list(it), next(it, "default"), iter(it) is it)
