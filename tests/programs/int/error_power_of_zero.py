print(pow(0, -1))
