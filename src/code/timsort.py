# How instances that compare themselves are sorted: with the comparisons that CPython makes, in their
# order, since their methods may show it. Its `Objects/listsort.txt` tells why these. Places of
# `keys` are moved, not the keys.


def timsort(keys):
    places = list(range(len(keys)))
    shortest = shortest_run(len(keys))
    # Of each run that is to be merged: where it starts, its length, and how deep its end is in the
    # tree of merges.
    runs = []
    # So many items in a row from one side make a merge gallop.
    patience = [7]
    start = 0
    while start < len(keys):
        length = run(keys, places, start)
        if length < shortest and start + length < len(keys):
            end = start + shortest if start + shortest < len(keys) else len(keys)
            insert(keys, places, start, start + length, end)
            length = end - start
        if runs:
            depth = depth_between(runs[-1], length, len(keys))
            while len(runs) > 1 and runs[-2][2] > depth:
                merge_at(keys, places, runs, len(runs) - 2, patience)
            runs[-1][2] = depth
        runs.append([start, length, 0])
        start += length
    while len(runs) > 1:
        at = len(runs) - 2
        if at > 0 and runs[at - 1][1] < runs[at + 1][1]:
            at -= 1
        merge_at(keys, places, runs, at, patience)
    return places


def shortest_run(length):
    rest = 0
    while length >= 64:
        rest |= length & 1
        length >>= 1
    return length + rest


def run(keys, places, start):
    # The length of the run that starts there; one that falls is turned round.
    end = start + 2
    if end > len(places):
        return 1
    if keys[places[start + 1]] < keys[places[start]]:
        while end < len(places) and keys[places[end]] < keys[places[end - 1]]:
            end += 1
        places[start:end] = places[start:end][::-1]
    else:
        while end < len(places) and not keys[places[end]] < keys[places[end - 1]]:
            end += 1
    return end - start


def insert(keys, places, start, middle, end):
    # From `start` to `middle` they are sorted: puts in the others.
    for at in range(middle, end):
        place = places[at]
        low, high = start, at
        while low < high:
            half = (low + high) // 2
            if keys[place] < keys[places[half]]:
                high = half
            else:
                low = half + 1
        del places[at]
        places.insert(low, place)


def depth_between(run, length, total):
    # Of a perfectly balanced tree of merges, the depth where the middles of the two runs part.
    left = 2 * run[0] + run[1]
    right = left + run[1] + length
    depth = 1
    while (left >= total) == (right >= total):
        if left >= total:
            left -= total
            right -= total
        left *= 2
        right *= 2
        depth += 1
    return depth


def merge_at(keys, places, runs, at, patience):
    # Merges a run with the next one.
    start = runs[at][0]
    middle, end = start + runs[at][1], start + runs[at][1] + runs[at + 1][1]
    runs[at][1] = end - start
    del runs[at + 1]
    # What is at its place already is left there.
    start = behind_equal(keys, places[middle], places, start, middle, start)
    if start == middle:
        return
    end = before_equal(keys, places[middle - 1], places, middle, end, end - 1)
    if middle == end:
        return
    a, b = places[start:middle], places[middle:end]
    merged = []
    if len(a) <= len(b):
        i, j = merge_forwards(keys, a, b, merged, patience)
        places[start:end] = merged + b[j:] + a[i:]
    else:
        i, j = merge_backwards(keys, a, b, merged, patience)
        places[start:end] = b[:j] + a[:i] + merged[::-1]


def before_equal(keys, place, places, low, high, hint):
    # Where a key goes among those that are sorted, to the left of equal ones: looked for from the
    # hint on, in steps that double.
    key = keys[place]
    last, step = 0, 1
    if keys[places[hint]] < key:
        most = high - hint
        while step < most and keys[places[hint + step]] < key:
            last, step = step, 2 * step + 1
        low, high = hint + last, hint + (step if step < most else most)
    else:
        most = hint - low + 1
        while step < most and not keys[places[hint - step]] < key:
            last, step = step, 2 * step + 1
        low, high = hint - (step if step < most else most), hint - last
    low += 1
    while low < high:
        half = (low + high) // 2
        if keys[places[half]] < key:
            low = half + 1
        else:
            high = half
    return high


def behind_equal(keys, place, places, low, high, hint):
    # The same, to the right of equal ones.
    key = keys[place]
    last, step = 0, 1
    if key < keys[places[hint]]:
        most = hint - low + 1
        while step < most and key < keys[places[hint - step]]:
            last, step = step, 2 * step + 1
        low, high = hint - (step if step < most else most), hint - last
    else:
        most = high - hint
        while step < most and not key < keys[places[hint + step]]:
            last, step = step, 2 * step + 1
        low, high = hint + last, hint + (step if step < most else most)
    low += 1
    while low < high:
        half = (low + high) // 2
        if key < keys[places[half]]:
            high = half
        else:
            low = half + 1
    return high


def merge_forwards(keys, a, b, merged, patience):
    # The first of `b` goes before all of `a`, and the last of `a` behind all of `b`. How far it came
    # in both when the rest needs no more comparisons.
    merged.append(b[0])
    i, j = 0, 1
    if j == len(b) or len(a) == 1:
        return i, j
    while True:
        wins_a = wins_b = 0
        while wins_a < patience[0] and wins_b < patience[0]:
            if keys[b[j]] < keys[a[i]]:
                merged.append(b[j])
                j += 1
                wins_a, wins_b = 0, wins_b + 1
                if j == len(b):
                    return i, j
            else:
                merged.append(a[i])
                i += 1
                wins_a, wins_b = wins_a + 1, 0
                if i == len(a) - 1:
                    return i, j
        patience[0] += 1
        while True:
            if patience[0] > 1:
                patience[0] -= 1
            end = behind_equal(keys, b[j], a, i, len(a), i)
            wins_a = end - i
            merged.extend(a[i:end])
            i = end
            if wins_a > 0 and i >= len(a) - 1:
                return i, j
            merged.append(b[j])
            j += 1
            if j == len(b):
                return i, j
            end = before_equal(keys, a[i], b, j, len(b), j)
            wins_b = end - j
            merged.extend(b[j:end])
            j = end
            if j == len(b):
                return i, j
            merged.append(a[i])
            i += 1
            if i == len(a) - 1:
                return i, j
            if wins_a < 7 and wins_b < 7:
                break
        patience[0] += 1


def merge_backwards(keys, a, b, merged, patience):
    # The same from the end on; `i` and `j` count what is left.
    merged.append(a[-1])
    i, j = len(a) - 1, len(b)
    if i == 0 or j == 1:
        return i, j
    while True:
        wins_a = wins_b = 0
        while wins_a < patience[0] and wins_b < patience[0]:
            if keys[b[j - 1]] < keys[a[i - 1]]:
                i -= 1
                merged.append(a[i])
                wins_a, wins_b = wins_a + 1, 0
                if i == 0:
                    return i, j
            else:
                j -= 1
                merged.append(b[j])
                wins_a, wins_b = 0, wins_b + 1
                if j == 1:
                    return i, j
        patience[0] += 1
        while True:
            if patience[0] > 1:
                patience[0] -= 1
            start = behind_equal(keys, b[j - 1], a, 0, i, i - 1)
            wins_a = i - start
            merged.extend(a[start:i][::-1])
            i = start
            if i == 0:
                return i, j
            j -= 1
            merged.append(b[j])
            if j == 1:
                return i, j
            start = before_equal(keys, a[i - 1], b, 0, j, j - 1)
            wins_b = j - start
            merged.extend(b[start:j][::-1])
            j = start
            if wins_b > 0 and j <= 1:
                return i, j
            i -= 1
            merged.append(a[i])
            if i == 0:
                return i, j
            if wins_a < 7 and wins_b < 7:
                break
        patience[0] += 1
