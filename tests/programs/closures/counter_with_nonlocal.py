def counter(start=0):
    n = start

    def step(by=1):
        nonlocal n
        n += by
        return n

    def read():
        return n

    return step, read

step, read = counter()
other, read_other = counter(100)
step()
step(5)
other()
print(read(), read_other(), step(), other(-1))
