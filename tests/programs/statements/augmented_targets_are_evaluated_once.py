def get(items):
    print("object")
    return items

def index():
    print("index")
    return 1

def operand():
    print("operand")
    return 10

items = [1, 2, 3]
get(items)[index()] += operand()
print(items)

class Counter:
    pass

counter = Counter()
counter.n = 5
counter.n *= 3
counter.n -= 1
print(counter.n)
d = {"k": "v"}
d["k"] += "w"
d["k"] *= 2
print(d)
