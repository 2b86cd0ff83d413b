class C:
    pass

C.shared = 1
C.method = lambda self: self.shared + 1
print(C().method(), C.shared)
for f in (lambda: 5, lambda: "a", lambda: [], lambda: None):
    target = f()
    try:
        target.x = 1
        print("set")
    except AttributeError as e:
        print(e)
