plain = object()
for act in ("set", "get", "delete"):
    try:
        if act == "set":
            plain.x = 1
        elif act == "get":
            plain.x
        else:
            del plain.x
        print("no error")
    except AttributeError as error:
        print(error)


class Own:
    pass


own = Own()
own.x = 1
print(own.x, plain == plain, plain == object())
