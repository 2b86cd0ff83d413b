"""Count words with a dict: look at what strings and dicts, made and dropped all the time, cost each
model.

Every word is a new string with a counter of its own. Each worker counts its part of the lines and
returns its dict; processes must copy theirs, and the main one adds them up.
"""

WORDS = "the quick brown fox jumps over a lazy dog while seven wizards box with liquid jugs".split()


def line(number):
    # Ten words that depend on the number of the line.
    words = []
    for i in range(10):
        word = WORDS[(number * 7 + i * i * 3) % len(WORDS)]
        words.append(word + str(number % 5) if i % 3 == 0 else word)
    return " ".join(words)


def task(worker, workers, n: int = 20_000):
    counts = {}
    for number in range(n * worker // workers, n * (worker + 1) // workers):
        for word in line(number).split():
            counts[word] = counts.get(word, 0) + 1
    return counts


def summary(results):
    total = {}
    for counts in results:
        for word, count in counts.items():
            total[word] = total.get(word, 0) + count
    most = sorted(total, key=lambda word: (-total[word], word))[:3]
    often = ", ".join([f"{word} {total[word]:,}" for word in most])
    return f"{sum(total.values()):,} words, {len(total):,} different ones; most often {often}"
