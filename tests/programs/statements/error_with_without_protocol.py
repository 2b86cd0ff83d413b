class Plain:
    pass

try:
    with 5:
        pass
except TypeError as e:
    print(e)
with Plain():
    print("never")
