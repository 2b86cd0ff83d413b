def leave():
    try:
        {}["key"]
    except KeyError:
        raise SystemExit("good\nbye")


try:
    leave()
finally:
    print("out")
