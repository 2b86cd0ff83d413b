import copy
import itertools

a, b = itertools.tee(range(5))
print(next(a))
c = copy.copy(a)
d, e = itertools.tee(a)
print(list(c), list(d), list(e), list(b))
