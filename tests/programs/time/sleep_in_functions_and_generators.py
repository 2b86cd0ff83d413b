import time

def slow(n):
    for i in range(n):
        time.sleep(0.001)
        yield i

print(list(slow(3)), [time.sleep(0) for _ in range(2)], sum(slow(4)))
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
try:
    time.sleep("1")
except TypeError as e:
    print(e)
