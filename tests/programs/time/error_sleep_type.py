import time


def task():
    return time.sleep('1')


print("before")
task()
