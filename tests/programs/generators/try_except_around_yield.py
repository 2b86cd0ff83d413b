def g():
    for i in range(3):
        try:
            yield 10 // (1 - i)
        except ZeroDivisionError:
            yield "zero"
        finally:
            print("finally", i)

print(list(g()))
