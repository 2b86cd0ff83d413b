def choose():
    print("choosing")
    return KeyError

try:
    print("no error")
except choose():
    print("never")
try:
    {}["x"]
except choose():
    print("caught")
kinds = (ValueError, TypeError)
try:
    int("z")
except kinds as e:
    print("tuple variable", e)
try:
    try:
        1 / 0
    except "text":
        print("never")
except TypeError as e:
    print(e)
