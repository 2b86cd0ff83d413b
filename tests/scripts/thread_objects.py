"""What a Thread says of itself, and what it refuses."""
import threading
import time


def nothing():
    pass


print(__name__, threading.current_thread().name, threading.main_thread() is threading.current_thread())
print(threading.active_count(), [thread.name for thread in threading.enumerate()])

thread = threading.Thread(target=nothing)
print(thread.name, thread.daemon, thread.ident, thread.is_alive())
try:
    thread.join()
except RuntimeError as error:
    print(error)
thread.start()
thread.join()
print(thread.is_alive(), thread.ident is None)
try:
    thread.start()
except RuntimeError as error:
    print(error)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
try:
    threading.Thread(group=1)
except AssertionError as error:
    print(error)


def report(first, *rest, last):
    me = threading.current_thread()
    print(me.name, me.daemon, first, rest, last, threading.get_ident() == me.ident)


named = threading.Thread(target=report, name="Named", args=(1, 2, 3), kwargs={"last": 4})
named.daemon = True
named.start()
named.join()
print(named.daemon)
try:
    sleeper = threading.Thread(target=time.sleep, args=(0.5,))
    sleeper.start()
    sleeper.daemon = True
except RuntimeError as error:
    print(error)
print(sleeper.join(0.001), sleeper.is_alive())
sleeper.join()
print(sleeper.is_alive())


class Worker(threading.Thread):
    def __init__(self, number):
        threading.Thread.__init__(self, name=f"worker-{number}")
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number**2


workers = [Worker(number) for number in range(5)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print([(worker.name, worker.result) for worker in workers])


class Bad(threading.Thread):
    def __init__(self):
        pass


try:
    Bad().start()
except RuntimeError as error:
    print(error)


def inner():
    print("daemon as its parent:", threading.current_thread().daemon)


def outer():
    child = threading.Thread(target=inner)
    child.start()
    child.join()


parent = threading.Thread(target=outer, daemon=True)
parent.start()
parent.join()

caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
failing = threading.Thread(target=lambda: 1 / 0, name="Failing")
failing.start()
failing.join()
print(caught)
