print(1 < 2, 2 < 1, 1 <= 1, 1 >= 2, 1 == 1.0, 1 != 1.0, 1 == True, 0 == False)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1 != 2, 1 < 2 > 1)
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "a" == "a", "a" != "b", "é" > "z")
print(2 ** 70 > 2 ** 69, 2 ** 70 == 2.0 ** 70, 2 ** 70 + 1 == 2.0 ** 70, 2 ** 70 + 1 > 2.0 ** 70)
print(9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
inf = 1e308 * 10
nan = inf - inf
print(nan == nan, nan != nan, nan < 1, nan > 1, not nan < 1, inf > 10 ** 400, -inf < -(10 ** 400))
print(1 == "1", 1 != "1", None == None, None != 1, "a" == None, print == print, True == 1.0)
print(None is None, 1 is not None, True is True, False is not True)
x = None
print(x is None, x is not None)
print(0.5 < 1, 1 < 0.5, 1.5 >= 1, -0.0 == 0.0, 1e300 > 10 ** 299, 1e300 < 10 ** 301)
