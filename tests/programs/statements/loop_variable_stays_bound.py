for i in range(3):
    i *= 10
print(i)
for x in []:
    pass
try:
    x
except NameError as e:
    print(e)
for k, v in [("a", 1)]:
    pass
print(k, v)
i = 5
for i in []:
    pass
print(i)
