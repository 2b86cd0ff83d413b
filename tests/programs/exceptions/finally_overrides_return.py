def f():
    try:
        return "try"
    finally:
        return "finally"

def g():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"

def h():
    x = 1
    try:
        return x
    finally:
        x = 2

def k():
    items = [1]
    try:
        return items
    finally:
        items.append(2)

print(f(), g(), h(), k())
