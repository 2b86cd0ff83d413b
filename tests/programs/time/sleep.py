import time
import time as clock
from time import sleep, sleep as nap


def wait(seconds):
    time.sleep(seconds)
    return seconds


print(wait(0), wait(0.001), wait(True and 0.001), nap(0), clock.sleep(0.0))
print(sleep, time.sleep == nap, sleep == clock.sleep)
for i in range(3):
    sleep(0.001)
    print(i)
sleep = 5
print(sleep)
