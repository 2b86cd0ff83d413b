values = []
values[0] = 1
