def attempt(name, f):
    try:
        print(name, f())
    except TypeError as e:
        print(name, "->", e)

attempt("list + tuple", lambda: [1] + (1,))
attempt("tuple + list", lambda: (1,) + [1])
attempt("str + None", lambda: "a" + None)
attempt("list - list", lambda: [1] - [1])
attempt("dict + dict", lambda: {} + {})
attempt("list * str", lambda: [1] * "2")
attempt("list * float", lambda: [1] * 2.0)
attempt("set + set", lambda: {1} + {2})
attempt("dict < dict", lambda: {} < {})
attempt("int < list", lambda: 1 < [1])
attempt("-list", lambda: -[1])
attempt("~str", lambda: ~"a")
attempt("bytes + str", lambda: b"a" + "a")
attempt("set | list", lambda: {1} | [2])
