from time import monotonic, sleep
a = monotonic()
sleep(0.01)
b = monotonic()
print(b > a, type(a).__name__, b - a < 30)
