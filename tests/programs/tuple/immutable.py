t = (1, [2])
for f in ("set", "del", "append"):
    try:
        if f == "set":
            t[0] = 5
        elif f == "del":
            del t[0]
        else:
            t.append(1)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
t[1].append(3)
print(t)
try:
    hash(t)
except TypeError as e:
    print(e)
