a = [1, "two", 3.0, None, [4, (5,)], {"k": [6]}, {7}]
print(a)
b = [1]
b.append(b)
print(b, len(b), b[1] is b)
c = {"self": None}
c["self"] = c
print(c)
d = ([],)
d[0].append(d)
print(d)
