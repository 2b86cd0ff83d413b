words = ["apple", "bob", "cat", "alice", "bee", "ant"]
groups = {}
for w in words:
    groups.setdefault(w[0], []).append(w)
print(groups)
counts = {}
for c in "mississippi":
    counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts, key=counts.get),
      sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
print(max(counts, key=lambda k: counts[k]), {v: k for k, v in counts.items()})
