print(round(15, -1), round(25, -1), round(35, -1), round(-15, -1), round(1234, -2), round(1250, -2))
print(round(5), round(5, 2), round(10 ** 20 + 5, -1), round(449, -3), round(500, -3),
      round(1500, -3))
print(type(round(5, -1)), round(True), round(-0))
