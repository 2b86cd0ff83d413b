def fail():
    error = ValueError()
    error.add_note("a note\nof two lines")
    error.add_note("another")
    raise error


try:
    fail()
except ValueError as error:
    error.add_note("added later")
    other = KeyError("k")
    other.add_note("of the other")
    raise other
