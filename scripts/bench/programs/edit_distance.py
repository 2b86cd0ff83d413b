"""Edit distance of words: one row of the table after another, with min and enumerate."""

WORDS = "kitten sitting saturday sunday industry interest intention execution algorithm".split()


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = 0 if x == y else 1
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[-1]


def task(worker, workers, n: int = 400):
    total = 0
    nearest = {}
    for round_number in range(n):
        for word in WORDS:
            # A word that is turned a little more in each round.
            turn = round_number % len(word)
            wanted = word[turn:] + word[:turn]
            other = WORDS[(round_number + turn) % len(WORDS)]
            found = distance(wanted, other)
            nearest[word] = min(found, nearest.get(word, found))
            total += found * (round_number + 1)
    return f"{total} {sum(nearest.values())}"
