def f(a, b, c=3):
    return a, b, c

def attempt(name, call):
    try:
        print(name, call())
    except TypeError as e:
        print(name, e)

attempt("none", lambda: f())
attempt("one", lambda: f(1))
attempt("four", lambda: f(1, 2, 3, 4))
attempt("unknown", lambda: f(1, 2, d=4))
attempt("twice", lambda: f(1, 2, a=1))
attempt("missing", lambda: f(b=2))
attempt("missing two", lambda: f(c=2))
attempt("too many and keyword", lambda: f(1, 2, 3, 4, c=4))
attempt("lambda", lambda: (lambda x: x)())
attempt("good", lambda: f(1, b=2))
