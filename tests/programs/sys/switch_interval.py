import sys
before = sys.getswitchinterval()
print(before, type(before).__name__)
print(sys.setswitchinterval(0.01), sys.getswitchinterval())
sys.setswitchinterval(before)
print(sys.getswitchinterval() == before)
for bad in (0, -1):
    try:
        sys.setswitchinterval(bad)
    except ValueError as e:
        print(e)
try:
    sys.setswitchinterval("x")
except TypeError as e:
    print(e)
