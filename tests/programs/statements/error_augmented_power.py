def f():
    x = None
    x **= 2
f()
