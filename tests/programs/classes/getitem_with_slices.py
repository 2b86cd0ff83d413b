class Echo:
    def __getitem__(self, key):
        return key

e = Echo()
print(e[1:2], e[:], e[::2], e[-1:])
print(e[()], e[1,], e["a":"b"])
