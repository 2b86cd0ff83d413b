d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], len(d))
d = {0: "a", False: "b", 0.0: "c", "0": "d", -0.0: "e"}
print(d)
print({2 ** 70: 1}[float(2 ** 70)], {(1, 2.0): "t"}[(1.0, 2)], 1.0 in {1},
      {float("inf"): 1}[float("inf")])
nan = float("nan")
print({nan: 1}[nan], float("nan") in {nan: 1})
