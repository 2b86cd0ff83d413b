class A:
    def __init__(self):
        self.__secret = 1
        self._open = 2

    def get(self):
        return self.__secret

class B(A):
    def __init__(self):
        super().__init__()
        self.__secret = 99

b = B()
print(b.get(), b._open, b._A__secret, b._B__secret)
try:
    b.__secret
except AttributeError as e:
    print(e)
