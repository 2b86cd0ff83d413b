from itertools import combinations, combinations_with_replacement, permutations, product

for pool in ["", "a", "ab", "abc", "abcd"]:
    print(len(pool), list(permutations(pool)))
    for r in range(4):
        print(r, list(permutations(pool, r)), list(combinations(pool, r)))
        print(list(combinations_with_replacement(pool, r)), list(product(pool, repeat=r)))
print(list(product([1, 2], "ab")), list(product()), list(product([1], [])))
print(sum(1 for _ in permutations(range(6))), sum(1 for _ in combinations(range(10), 4)))
