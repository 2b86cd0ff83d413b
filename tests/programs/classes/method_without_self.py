class C:
    def method():
        return "no self"

    def two(self, a):
        return a

print(C.method())
for f in (lambda: C().method(), lambda: C().two(), lambda: C.two(1), lambda: C().two(1, 2)):
    try:
        print(f())
    except TypeError as e:
        print(e)
