class Even:
    def __contains__(self, n):
        print("asked", n)
        return n % 2 == 0

e = Even()
print(4 in e, 3 in e, 3 not in e)
try:
    for x in e:
        pass
except TypeError as error:
    print(error)
