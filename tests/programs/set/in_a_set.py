# A set is looked for as a frozen one; a list has no hash.
numbers = {1, 2}
print({1} in numbers, set() not in set())
print(numbers.issubset(range(5)), numbers.isdisjoint([3]), {1, 2, 3}.issuperset("a"))
print([1] in numbers)
