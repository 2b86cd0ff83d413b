e = SystemExit()
print(e.code, e.args)
try:
    raise SystemExit(1, "two")
except SystemExit as e:
    print(e.code, repr(e), e)
try:
    raise SystemExit
except BaseException as e:
    print(repr(e.code))
try:
    print(ValueError("x").code)
except AttributeError as e:
    print(e)
try:
    try:
        1 / 0
    finally:
        print("finally")
except ZeroDivisionError as e:
    e = SystemExit(3)
    print(e.code)
    raise e
