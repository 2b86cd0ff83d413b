"""A scheduler: tasks with priorities and queues wait, run and wake each other by messages."""


class Task:
    def __init__(self, scheduler, name, priority):
        self.scheduler = scheduler
        self.name = name
        self.priority = priority
        self.inbox = []
        self.is_held = False
        self.state = 1

    def is_ready(self):
        return len(self.inbox) > 0 and not self.is_held


class Worker(Task):
    def handle(self, value):
        self.state = (self.state * 17 + value) % 1_009
        self.scheduler.send("disk" if self.state & 1 else "printer", self.state)


class Device(Task):
    def handle(self, value):
        self.state += value
        self.is_held = self.state % 3 == 0
        self.scheduler.send("idle", value)


class Idle(Task):
    def handle(self, value):
        for name in ("disk", "printer"):
            self.scheduler.tasks[name].is_held = False
        if self.scheduler.runs < self.scheduler.most:
            self.scheduler.send("adder" if value & 2 else "mixer", value)


class Scheduler:
    def __init__(self, most):
        self.tasks = {}
        self.runs = 0
        self.most = most

    def add(self, kind, name, priority):
        self.tasks[name] = kind(self, name, priority)

    def send(self, name, value):
        self.tasks[name].inbox.append(value)

    def next_ready(self):
        best = None
        for task in self.tasks.values():
            if task.is_ready() and (best is None or task.priority > best.priority):
                best = task
        return best

    def run(self):
        task = self.next_ready()
        while task is not None:
            self.runs += 1
            task.handle(task.inbox.pop(0))
            task = self.next_ready()


def task(worker, workers, n: int = 80_000):
    scheduler = Scheduler(n)
    names = {"idle": Idle, "adder": Worker, "mixer": Worker, "disk": Device, "printer": Device}
    for priority, (name, kind) in enumerate(names.items()):
        scheduler.add(kind, name, priority)
    for value in range(4):
        scheduler.send("idle", value)
    scheduler.run()
    return f"{scheduler.runs} {[task.state for task in scheduler.tasks.values()]}"
