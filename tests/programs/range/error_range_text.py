for i in range("a", 2):
    pass
