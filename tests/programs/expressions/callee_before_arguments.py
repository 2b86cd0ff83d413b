def get():
    print("callee")
    return len

print(get()([1, 2, 3]))

def argument():
    print("argument")
    return 1

nothing = None
try:
    missing(argument())
except NameError as error:
    print(error)
try:
    nothing(argument())
except TypeError as error:
    print(error)
