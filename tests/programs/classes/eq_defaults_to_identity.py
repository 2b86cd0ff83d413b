class Plain:
    pass

a, b = Plain(), Plain()
print(a == a, a == b, a != b, a in [b], a in [b, a], [a].index(a))
table = {a: "a", b: "b"}
print(table[a], table[b], Plain() in table, len({a, b, a}))
try:
    a < b
except TypeError as e:
    print(e)
