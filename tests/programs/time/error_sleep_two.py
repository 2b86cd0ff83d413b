import time


def task():
    return time.sleep(1, 2)


print("before")
task()
