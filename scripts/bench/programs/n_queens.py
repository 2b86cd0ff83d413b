"""n queens: all ways to place them, with sets of the columns and diagonals that are taken."""


def place(n, row, columns, rising, falling, board, solutions):
    if row == n:
        solutions.append(tuple(board))
        return
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column)
        rising.add(row + column)
        falling.add(row - column)
        board.append(column)
        place(n, row + 1, columns, rising, falling, board, solutions)
        board.pop()
        columns.remove(column)
        rising.remove(row + column)
        falling.discard(row - column)


def mirrored(board):
    return tuple(len(board) - 1 - column for column in board)


def task(worker, workers, n: int = 10):
    solutions = []
    place(n, 0, set(), set(), set(), [], solutions)
    known = set(solutions)
    symmetric = {board for board in solutions if mirrored(board) in known}
    checksum = sum(row * column for board in known for row, column in enumerate(board))
    return f"{len(solutions)} {len(symmetric)} {checksum}"
