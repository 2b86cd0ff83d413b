def a():
    x = "a"

    def b():
        nonlocal x

        def c():
            nonlocal x
            x += "c"
            return x

        x += "b"
        return c

    inner = b()
    return inner(), inner(), x

print(a())
