"""Coroutines by hand: await, async with, async for."""
class Aw:
    def __await__(self):
        x = yield "from Aw"
        return ("got", x)

class Mgr:
    async def __aenter__(self):
        print("enter")
        return 5
    async def __aexit__(self, kind, value, tb):
        await Aw()
        print("exit", kind)
        return kind is ValueError

class It:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 3:
            raise StopAsyncIteration
        await Aw()
        return self.n

async def inner(a):
    r = await Aw()
    return (a, r)

async def main():
    print(await inner(1))
    async with Mgr() as m:
        print(m)
        raise ValueError
    async for i in It():
        if i == 2: continue
        print(i)
    else:
        print("else")
    x = [await inner(i) for i in range(2)]
    print(x)
    return "done"

def drive(c):
    v = None
    while True:
        try:
            y = c.send(v)
        except StopIteration as e:
            return e.value
        print("yielded", y)
        v = 42

c = main()
print(type(c))
print(drive(c))
try:
    for x in main(): pass
except TypeError as e: print(e)
