try:
    try:
        raise ValueError("cause")
    except ValueError as e:
        x = TypeError("t")
        try: raise x
        except TypeError as y: pass
        e.add_note("a note\nof two")
        raise ExceptionGroup("many", [e, x, ExceptionGroup("in", [KeyError("k"), OSError(3)])]) from e
except* KeyError as g:
    print("caught", repr(g))
