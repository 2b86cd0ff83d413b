import time
a = time.perf_counter()
b = time.perf_counter()
print(b >= a, type(a).__name__, a >= 0)
start = time.perf_counter()
time.sleep(0.02)
print(time.perf_counter() - start >= 0.019)
last = time.perf_counter()
for _ in range(100):
    now = time.perf_counter()
    if now < last:
        print("backwards")
    last = now
print("done")
