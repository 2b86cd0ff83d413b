"""Words of a text: cleaned, counted, grouped by their letters, and wrapped to lines."""

TEXT = """A queue of people stood before the gate, and the gate stayed shut. "Open it!" said one
of them; another asked how long the queue had been there. Nobody knew. The keeper of the gate slept
on a heap of coats; his keys lay beside him, and no one dared to take them. At last a child (she
was eight) took the keys, opened the gate, and let the people in: the old, the tired, the late."""


def words_of(text):
    words = []
    for piece in text.lower().split():
        word = piece.strip('.,;:!?()"')
        if word.isalpha():
            words.append(word)
    return words


def wrapped(words, width):
    lines = []
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return lines


def task(worker, workers, n: int = 500):
    counts = {}
    by_letters = {}
    length = 0
    for number in range(n):
        words = words_of(TEXT)
        for position, word in enumerate(words):
            counts[word] = counts.get(word, 0) + 1
            by_letters.setdefault("".join(sorted(word)), set()).add(word)
            if position % 10 == number % 10:
                words[position] = word.capitalize()
        length += max(len(line) for line in wrapped(words, 40 + number % 30))
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    anagrams = sum(1 for group in by_letters.values() if len(group) > 1)
    return f"{ranking[0]} {ranking[-1]} {len(by_letters)} {anagrams} {length}"
