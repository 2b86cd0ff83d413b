"""Functions inside functions share cells; others call each other without a look-up."""


def counter(start, step=1):
    count = start

    def advance():
        nonlocal count
        count += step
        return count

    return advance


def both(values):
    scale = len(values)
    return [value * scale for value in values], sorted(values, key=lambda value: -value * scale)


advance = counter(10, step=2)
print(advance(), both([1, 2]))
