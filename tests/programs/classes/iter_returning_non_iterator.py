class Bad:
    def __iter__(self):
        return 5

try:
    for x in Bad():
        pass
except TypeError as e:
    print(e)
try:
    list(Bad())
except TypeError as e:
    print(e)
try:
    next(5)
except TypeError as e:
    print(e)
