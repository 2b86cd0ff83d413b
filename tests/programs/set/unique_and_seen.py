def unique(items):
    seen = set()
    out = []
    for item in items:
        if item not in seen:
            seen.add(item)
            out.append(item)
    return out

print(unique([3, 1, 3, 2, 1]), unique("abracadabra"), unique([1, 1.0, True, "1"]))

def has_pair(items, total):
    seen = set()
    for x in items:
        if total - x in seen:
            return True
        seen.add(x)
    return False

print(has_pair([1, 4, 9], 13), has_pair([1, 4, 9], 8))
