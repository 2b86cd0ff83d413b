for e in (Exception(), Exception("a"), Exception("a", 1), ValueError(5), KeyError("k"),
          KeyError("a", "b"), KeyError(), KeyError(3), IndexError([1]), ValueError("it's"),
          Exception(None), StopIteration(7), Exception((1, 2)), RuntimeError("a\nb")):
    print(repr(e), "|", str(e), "|", e.args)
