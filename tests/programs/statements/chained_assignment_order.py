def target(name, items):
    print("target", name)
    return items

def value():
    print("value")
    return 7

one, two = [0], [0]
target("one", one)[0] = target("two", two)[0] = value()
print(one, two)
a = b = []
a.append(1)
print(b, a is b)
