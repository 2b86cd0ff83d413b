def three():
    return [1, 2]

a, b, c = three()
