import time


def task():
    return time.sleep(10 ** 30)


print("before")
task()
