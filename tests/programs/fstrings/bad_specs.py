def attempt(value, spec):
    try:
        print(f"{value:{spec}}")
    except ValueError as e:
        print("ValueError", e)
    except OverflowError as e:
        print("OverflowError", e)

for value, spec in ((5, "s"), (5, ".2d"), ("a", "d"), ("a", "+"), ("a", ","), (1.5, "d"),
                    (1.5, "x"),
                    ("a", "=5"), (5, "q"), (5, "c,"), (1.5, "s"), (-1, "c"), (5, "+c"), (5, ",x"),
                    (5, "5 "), ("a", "_"), (1.5, ",_"), (5, "#c"), ("a", "#")):
    attempt(value, spec)
