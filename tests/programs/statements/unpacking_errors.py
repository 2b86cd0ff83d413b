def attempt(values):
    try:
        a, b = values
        print(a, b)
    except ValueError as e:
        print("ValueError", e)
    except TypeError as e:
        print("TypeError", e)

attempt((1, 2))
attempt((1,))
attempt([])
attempt([1, 2, 3])
attempt("abc")
attempt({1: 2})
attempt(5)
attempt(None)
try:
    a, b, c = 1, 2
except ValueError as e:
    print(e)
