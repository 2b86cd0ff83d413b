s = "abc"
for f in ("set", "del", "attribute"):
    try:
        if f == "set":
            s[0] = "x"
        elif f == "del":
            del s[0]
        else:
            s.x = 1
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(s)
