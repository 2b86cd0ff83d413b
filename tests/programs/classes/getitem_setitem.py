class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        print("get", key)
        return self.cells.get(key, 0)

    def __setitem__(self, key, value):
        print("set", key, value)
        self.cells[key] = value

g = Grid()
g[1, 2] = "x"
print(g[1, 2], g["none"], g[-1])
g["n"] += 5
g["n"] *= 2
print(g["n"])
