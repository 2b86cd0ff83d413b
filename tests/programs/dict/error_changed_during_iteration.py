d = {1: 1}
for key in d:
    d[key + 1] = 1
