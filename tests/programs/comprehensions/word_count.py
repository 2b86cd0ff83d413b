text = "the cat and the dog and the bird"
words = text.split()
counts = {word: words.count(word) for word in words}
print(counts)
print(sorted(((n, w) for w, n in counts.items()), reverse=True))
print([w for w in counts if counts[w] == max(counts.values())])
