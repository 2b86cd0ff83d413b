def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError("cannot parse") from e

print(parse("12"))
parse("x")
