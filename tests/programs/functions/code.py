"""What the code of a function tells."""

def f(a, b=1, *c, d, **e):
    x = a
    return x
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_posonlyargcount, f.__code__.co_varnames)
print((lambda x, /: x).__code__.co_posonlyargcount, hasattr(f, "__code__"), hasattr(len, "__code__") or "no")
