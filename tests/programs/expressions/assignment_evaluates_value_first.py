log = []

def at(x):
    log.append(x)
    return x

items = {}
items[at("key")] = at("value")
print(items, log)
log.clear()
a, items[at("second")] = at("x"), at("y")
print(log)
