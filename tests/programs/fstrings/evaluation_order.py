def show(x):
    print("show", x)
    return x

print(f"{show(1)} {show('a'):>{show(5)}} {show(2)!r}")

class Loud:
    def __str__(self):
        print("str called")
        return "loud"

print(f"{Loud()} and {show('after')}")
