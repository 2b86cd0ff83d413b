import time


def task():
    return time.sleep()


print("before")
task()
