import threading

def ident():
    return threading.get_ident()

a = threading.get_ident()
print(a == ident(), type(a).__name__, a != 0)
