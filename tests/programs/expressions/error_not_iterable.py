for x in 3.5:
    print(x)
