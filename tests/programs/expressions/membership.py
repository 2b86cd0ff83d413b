print(2 in [1, 2], 3 in [1, 2], 3 not in [1, 2], 1.0 in [1], True in [1])
print("b" in "abc", "bc" in "abc", "" in "abc", "ac" in "abc", "d" not in "abc")
print(1 in {1: 2}, 2 in {1: 2}, 1 in {1, 2}, (1, 2) in [(1, 2)], [1] in [[1]])
print(3 in range(5), 5 in range(5), 4 in range(0, 10, 3), 2.0 in range(3), "a" in range(3))
print(97 in b"abc", b"bc" in b"abc")
nan = float("nan")
print(nan in [nan], nan == nan)
try:
    1 in "abc"
except TypeError as e:
    print(e)
try:
    1 in 5
except TypeError as e:
    print(e)
