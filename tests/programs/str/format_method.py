print("{} {}".format(1, "a"), "{1} {0}".format("x", "y"), "{a}-{b}".format(a=1, b=2),
      "{0}{0}".format("r"))
print("{:>5}|{:<5}|{:^5}".format(1, 2,
                                 3), "{:.2f} {:,} {:x}".format(1.005, 1000, 255),
                                 "{{}} {!r}".format("a"))
print("{:{}}".format("x", 4) + "|")
for f in (lambda: "{} {}".format(1), lambda: "{x}".format(y=1), lambda: "{".format(1)):
    try:
        f()
    except (IndexError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
