total = 0
names = []

def add(n):
    global total, names
    total += n
    names = names + [n]

def reset():
    global total
    total = 0

def make():
    global fresh
    fresh = "made"

add(2)
add(3)
print(total, names)
reset()
print(total)
make()
print(fresh)
