def f():
    return "first"

g = f

def f():
    return "second"

print(g(), f())
len_before = len
def len(x):
    return "my len"

print(len([1]), len_before([1]))
del len
print(len([1, 2]))

def shadow(sum, list):
    return sum + list

print(shadow(1, 2), sum(list((1, 2))))
