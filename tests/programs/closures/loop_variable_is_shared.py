fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = []
for k in range(3):
    gs.append(lambda: k)
print([g() for g in gs])
k = "changed"
print([g() for g in gs])
hs = [lambda x=i: x for i in range(3)]
print([h() for h in hs])

def make(n):
    return lambda: n

print([make(n)() for n in range(3)])
