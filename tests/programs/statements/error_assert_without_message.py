numbers = [3, 2, 1]
assert numbers == sorted(numbers)
