import time


def task():
    return time.sleep(1e999 - 1e999)


print("before")
task()
