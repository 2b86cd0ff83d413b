d = {1: 2}
for key in ("name", 5, (1, 2), None, 1.5, "it's"):
    try:
        d[key]
    except KeyError as e:
        print(e, str(e), repr(e), e.args[0] == key)
