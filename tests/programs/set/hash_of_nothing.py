# The only string and the only bytes whose hashes are the same in every process.
print(hash(""), hash(b""), hash((0, "")), hash(("", ("",))))
print({1, ""}, {"", 1}, {-3, "", 2}, {0, b"", 9})
print({(0, ""), 4}, {"": 1}, "" in {0}, 0 in {""})
