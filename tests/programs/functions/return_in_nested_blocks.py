def search(table, wanted):
    for i, row in enumerate(table):
        for j, cell in enumerate(row):
            if cell == wanted:
                return i, j
    return None

print(search([[1, 2], [3, 4]], 3), search([[1]], 9))

def bare(flag):
    if flag:
        return
    while True:
        return "loop"

print(bare(True), bare(False))
