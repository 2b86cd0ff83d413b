class E:
    def __eq__(self, other):
        return True

try:
    {E(): 1}
except TypeError as e:
    print(e)
try:
    hash(E())
except TypeError as e:
    print(e)
try:
    {E()}
except TypeError as e:
    print(e)
