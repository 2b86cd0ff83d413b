import threading
import sys
import time


def tried(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


class Plain(threading.Thread):
    def run(self):
        self.seen = threading.current_thread() is self, threading.get_ident() == self.ident, self.name


thread = Plain(name=5, daemon=None)
print(repr(thread).startswith("<Plain(5, initial"), thread.name, thread.ident, thread.native_id, thread.is_alive())
tried(lambda: thread.join(), lambda: threading.Thread(group=1))
thread.start()
thread.join(timeout=5)
print(thread.seen[0], thread.seen[2], thread.is_alive(), repr(thread).startswith("<Plain(5, stopped"))
tried(thread.start, lambda: setattr(thread, "daemon", True) or thread.daemon)
child = []
parent = threading.Thread(target=lambda: child.append(threading.Thread().daemon), daemon=True)
parent.start()
parent.join()
print(child, parent.daemon)
late = threading.Thread(target=time.sleep, args=(0.05,))
late.start()
print(late.join(0.001), late.is_alive(), late in threading.enumerate(), threading.active_count())
tried(lambda: setattr(late, "daemon", True))
late.join()
print(threading.main_thread().name, threading.main_thread().is_alive(), threading.current_thread().daemon)
numbered = [threading.Thread(target=print), threading.Thread(), threading.Timer(1, print)]
print([name.name.split("-")[0] for name in numbered], numbered[0].name.endswith("(print)"))
caught = []


def hook(args):
    caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name, args.exc_traceback is not None or args.exc_type is SystemExit))


threading.excepthook = hook
failing = threading.Thread(target=lambda: {}["missing"], name="failing")
failing.start()
failing.join()
leaving = threading.Thread(target=sys.exit, args=(3,))
leaving.start()
leaving.join()
print(caught)
threading.excepthook = threading.__excepthook__
local = threading.local()
local.value = "main"


class Counted(threading.local):
    made = 0
    number = 2

    def __init__(self, start, *, step=1):
        Counted.made += 1
        self.count, self.step = start, step


counted = Counted(10, step=5)
seen = []


def other():
    seen.append(hasattr(local, "value"))
    counted.count += counted.step
    seen.append(counted.count)
    local.value = "other"
    del local.value
    tried(lambda: local.value)


thread = threading.Thread(target=other)
thread.start()
thread.join()
print(seen, local.value, counted.count, Counted.made, counted.__dict__, counted.number)
tried(lambda: threading.local(1))
print(threading.stack_size(), threading.TIMEOUT_MAX > 1000, threading.ThreadError is RuntimeError, threading.get_native_id() > 0)
ran = []


class Restartable(threading.Thread):
    def __init__(self):
        super().__init__(target=ran.append, args=("x",), kwargs={})

    def start(self):
        ran.append("start")
        super().start()

    def join(self, timeout=None):
        super().join(timeout)
        return "joined"


one = Restartable()
one.start()
print(one.join(), ran, hasattr(one, "_target"))
