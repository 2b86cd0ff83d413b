def show(text, value):
    print(text)
    return value

def all_paths(a, b, c):
    if a and b:
        r = "ab"
    elif a or c:
        r = "a|c"
    elif not (b or c) or a:
        r = "none"
    else:
        r = "b"
    return r

for a in range(2):
    for b in range(2):
        for c in range(2):
            print(a, b, c, all_paths(a, b, c))
            print(a and b or c, a or b and c, not a and not b, not (a and b) or c)
            print(a if b else c, (a if b else c) if c else (b if a else 5))
            if not a:
                print("not a")
            while a and not b or c:
                print("loop")
                break
print(show("x", 0) and show("y", 1), show("x", 2) or show("y", 3))
print(show("1", 1) < show("2", 2) < show("3", 0) < show("4", 4))
print(show("t", 0) if show("c", 1) else show("e", 2))
print("" or "empty", "full" and "both", None or 0, 0.0 or -0.0, 1 and None, "" and 1)
x = 5
x = x and x + 1
x = x > 3 and x
x = x or 7
x = (x if x > 100 else x * 2) if x else 0
print(x)
