value = 3
del value
del value
