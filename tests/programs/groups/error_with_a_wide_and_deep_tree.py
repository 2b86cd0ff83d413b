class Odd(Exception):
    def __str__(self):
        return "odd " + str(self.args[0] * 2)
class Bad(Exception):
    def __str__(self):
        raise KeyError
def deep(n):
    return ExceptionGroup("d%d" % n, [deep(n - 1)]) if n else ValueError("bottom")
try:
    raise Odd(21)
except Odd as e:
    odd = e
try:
    1 / 0
except ZeroDivisionError as z:
    try:
        raise ExceptionGroup("wide", [odd, Bad(1)] + [ValueError(i) for i in range(20)])
    except ExceptionGroup as wide:
        wide.add_note("hello\nnote")
        try:
            raise ExceptionGroup("outer", [deep(13), wide, odd])
        except ExceptionGroup:
            raise ValueError("last")
