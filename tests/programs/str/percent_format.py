print("%d %s %r" % (5, "a", "b"), "%5.2f|%-5d|%05d|%+d" % (3.14159, 7, 42,
                                                           5), "%x %X %o" % (255, 255, 8))
print("%s" % 5, "%s" % [1], "%s and %s" % ("x", None), "100%%" % (), "%(k)s" % {"k": "v"},
      "%c%c" % ("a", 66))
print("%e %g %G" % (12345.678, 0.0001, 1e-10), "%10s|%-10s|" % ("r", "l"), "%.2s" % "abc")
for f in (lambda: "%d" % "a", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%d" % None):
    try:
        f()
    except TypeError as e:
        print(e)
