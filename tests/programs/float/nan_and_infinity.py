inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf > 10 ** 400, nan == nan, nan != nan, nan < 1, nan > 1)
print(inf == float("Infinity"), -inf < inf, max(1, nan), max(nan, 1), min(nan, 1),
      sorted([2, 1, inf, -inf]))
print(bool(nan), nan in [nan], [nan] == [nan], inf // 1, inf % 2, 5 % inf, -5 % inf, 1 / inf,
      -1 / inf)
