"""Comprehensions: lists, sets and dicts, nested and with conditions; any, all and sum over them."""


def neighbours(cell):
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx != 0 or dy != 0]


def generation(alive):
    counts = {}
    for cell in [near for cell in alive for near in neighbours(cell)]:
        counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or count == 2 and cell in alive}


def triples(limit):
    squares = {number * number: number for number in range(1, limit)}
    return [
        (a, b, squares[a * a + b * b])
        for a in range(1, limit)
        for b in range(a, limit)
        if a * a + b * b in squares
    ]


def task(worker, workers, n: int = 150):
    # The game of life: an r-pentomino, then right-angled triangles.
    alive = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    sizes = []
    for _ in range(n):
        alive = generation(alive)
        sizes.append(len(alive))
    found = triples(5 * n)
    primitive = [t for t in found if not any(t[0] % d == 0 and t[1] % d == 0 for d in (2, 3, 5, 7))]
    grid = [[(x, y) in alive for x in range(-n, n)] for y in range(-n, n)]
    rows = sum(1 for row in grid if any(row))
    return f"{sizes[-1]} {sum(sizes)} {len(found)} {len(primitive)} {rows} {all(map(len, grid))}"
