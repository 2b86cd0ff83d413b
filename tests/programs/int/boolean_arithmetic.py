print(True + 1, True * 5, False - 1, True / 2, True // 1, -True, ~True, True ** 2, True << 3)
print(True & False, True | False, True ^ True, True & 3, type(True & True), type(True & 1))
print(sum([True, False, True]), [10, 20][True], True == 1, True is True, "a" * True)
print(max(True, 0), sorted([True, False, 2, -1]), int(True), float(True), str(True), hash(True))
