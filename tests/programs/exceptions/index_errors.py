for f in (lambda: [1][1], lambda: [1][-2], lambda: (1,)[5], lambda: "a"[1], lambda: b"a"[1],
          lambda: range(3)[3], lambda: [].pop(), lambda: [1].pop(5), lambda: {}.popitem(),
          lambda: set().pop()):
    try:
        f()
    except IndexError as e:
        print("IndexError", e)
    except KeyError as e:
        print("KeyError", e)
