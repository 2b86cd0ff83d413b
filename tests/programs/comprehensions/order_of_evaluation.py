def show(x):
    print(x, end=" ")
    return x

print([show(a) + show(b) for a in (show(1), show(2)) for b in (show(10),) if show(a) > 0])
print({show("k") + str(i): show("v") for i in range(2)})
print([show("first")] + [show("elt") for i in show("ab") if show(i)])
