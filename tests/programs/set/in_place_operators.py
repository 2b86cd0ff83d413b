s = {1, 2, 3}
t = s
s |= {4}
s &= {2, 3, 4, 5}
s -= {3}
s ^= {2, 9}
print(s, t is s)
s = s | {0}
print(s, t)
