a, b = ValueError("x"), ValueError("x")
print(a == b, a == a, a.args == b.args, a in [b], type(a) is type(b))
try:
    raise a
except ValueError as caught:
    print(caught is a)
a.extra = "attribute"
print(a.extra)
