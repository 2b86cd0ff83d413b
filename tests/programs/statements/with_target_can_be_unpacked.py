class Pair:
    def __enter__(self):
        return (1, [2, 3])

    def __exit__(self, kind, value, traceback):
        pass

items = [None]
with Pair() as (a, (b, c)):
    print(a, b, c)
with Pair() as items[0]:
    print(items)
