def check(x):
    assert x > 0, f"{x} is not positive"
    return x

print(check(1))
try:
    check(-1)
except AssertionError as e:
    print("message:", e, e.args)
try:
    assert []
except AssertionError as e:
    print("no message:", str(e) == "", e.args)
try:
    assert 0, (1, 2)
except AssertionError as e:
    print(e.args)
