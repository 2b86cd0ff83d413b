# Objects of a manager, and memory shared by its name.
from multiprocessing import Manager, Process, Pool
from multiprocessing.managers import BaseManager
from multiprocessing import shared_memory
def work(d, l, n, lock):
    with lock:
        d[n] = n * n
        l.append(n)
class Counter:
    def __init__(self, start): self.n = start
    def up(self, by=1): self.n += by; return self.n
class My(BaseManager): pass
My.register("Counter", Counter)
def up(c):
    for _ in range(3): c.up()
def fill(name):
    m = shared_memory.SharedMemory(name=name); m.buf[2] = 9; m.close()
def put(q, n): q.put(n)
if __name__ == "__main__":
    with Manager() as m:
        d, l, lock = m.dict(), m.list(), m.Lock()
        ps = [Process(target=work, args=(d, l, n, lock)) for n in range(3)]
        for p in ps: p.start()
        for p in ps: p.join()
        print(sorted(d.items()), sorted(l), len(d), 2 in d, d.get(7, "no"), str(l[1:2]) != "")
        ns = m.Namespace(); ns.x = 3; ns.x += 1; print(ns.x, ns)
        v = m.Value("i", 5); v.value += 2; print(v.value)
        q = m.Queue()
        with Pool(2) as pool:
            pool.starmap(put, [(q, n) for n in range(4)])
        print(sorted(q.get() for _ in range(4)), q.empty())
        try:
            d["nope"]
        except KeyError as e:
            print("KeyError", e)
        a = m.list([1, 2]); a += [3]; print(a, list(a), a == [1,2,3])
    with My() as my:
        c = my.Counter(10)
        ps = [Process(target=up, args=(c,)) for _ in range(2)]
        for p in ps: p.start()
        for p in ps: p.join()
        print(c.up(4))
    shm = shared_memory.SharedMemory(create=True, size=10)
    shm.buf[:3] = b"abc"
    p = Process(target=fill, args=(shm.name,)); p.start(); p.join()
    print(bytes(shm.buf[:4]), shm.size)
    shm.close(); shm.unlink()
