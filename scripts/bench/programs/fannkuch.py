"""Pancakes: the most flips that any permutation of n numbers needs, by slices, insert and pop."""


def flips(permutation):
    stack = permutation[:]
    count = 0
    while stack[0] != 0:
        top = stack[0] + 1
        stack[:top] = stack[:top][::-1]
        count += 1
    return count


def task(worker, workers, n: int = 8):
    permutation = list(range(n))
    turns = list(range(1, n + 1))
    most = 0
    checksum = 0
    sign = 1
    while True:
        if permutation[0] != 0:
            count = flips(permutation)
            most = max(most, count)
            checksum += sign * count
        sign = -sign
        # The next permutation: turn the shortest beginning that has turns left.
        size = 1
        while size < n:
            permutation.insert(size, permutation.pop(0))
            turns[size] -= 1
            if turns[size] > 0:
                break
            turns[size] = size + 1
            size += 1
        else:
            return f"{checksum} {most}"
