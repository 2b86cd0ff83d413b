# ---- Measuring ----------------------------------------------------------------------------------

# Warm-up, unless the plan has a number: a run that is faster than all before by more than GAIN
# shows that something still improves.
LEAST_WARMUPS, MOST_WARMUPS, GAIN = 2, 6, 0.05
LEAST_STEPS = 100  # A run shorter than so many steps of the clock cannot be compared.


class Cell:
    """One model with one number of workers."""

    def __init__(self, model, workers):
        self.model = model
        self.workers = workers
        self.warmup_ms = []
        self.samples = []
        self.tasks = []  # What the tasks of each sample gave.
        self.summaries = []

    def __str__(self):
        return f"{self.model} with {self.workers} worker{'s' if self.workers > 1 else ''}"

    def run(self):
        try:
            return MODELS[self.model](self.workers)
        except ProgramFailed as failed:
            place, trace = failed.args
            raise ProgramFailed(f"under {self}, {place}", trace) from None

    def is_warm(self):
        runs = len(self.warmup_ms)
        if PLAN["warmups"] is not None:
            return runs >= PLAN["warmups"]
        if runs < LEAST_WARMUPS:
            return False
        *before, last = self.warmup_ms
        return runs >= MOST_WARMUPS or last >= min(before) * (1 - GAIN)

    def times(self, with_start_up=False):
        without = 0.0 if with_start_up else 1.0
        return [sample["totalMs"] - without * sample["startUpMs"] for sample in self.samples]


def measure(tell):
    """Runs the plan. Samples of the cells alternate, in an order that turns from round to round, so
    that a change of the machine's speed meets all of them; the baseline once more shows it."""
    sys.setswitchinterval(PLAN["switchIntervalMs"] / 1e3)
    step = timer_step()
    cells = [Cell(model, workers) for workers in PLAN["workers"] for model in PLAN["models"]]
    while not all(cell.is_warm() for cell in cells):
        for cell in cells:
            if not cell.is_warm():
                tell(f"warming up: {cell}")
                cell.warmup_ms.append(cell.run().work_ms)
    for turn in range(PLAN["samples"]):
        by = turn % len(cells)
        for place, cell in enumerate(cells[by:] + cells[:by]):
            tell(f"sample {turn + 1} of {PLAN['samples']}: {cell}")
            run = cell.run()
            order = turn * len(cells) + place
            cell.samples.append(sample_of(run, order))
            cell.tasks.append(run.tasks)
            cell.summaries.append(run.summary)
    tell(f"once more: {cells[0]}")
    return cells, step, cells[0].run().work_ms


def are_measured(times, step):
    """Are they long enough to be compared?"""
    return min(times) >= LEAST_STEPS * step * 1e3


def sample_of(run, order):
    unknown = {"handOffs": None, "outlier": False}
    return {"order": order, **run.parts, **unknown, "tasks": run.task_times}


def timer_step():
    """The smallest step that the clock was seen to make, in seconds."""
    steps = []
    while len(steps) < 100:
        before = after = clock()
        while after == before:
            after = clock()
        steps.append(after - before)
    return min(steps)


def speedup(baseline, times):
    """Ratio of the medians, with a 95 % interval: both sides drawn anew 2,000 times. The seed makes
    it the same for the same samples."""
    generator = random.Random(1)

    def redrawn(values):
        return statistics.median(generator.choices(values, k=len(values)))

    ratios = sorted(redrawn(baseline) / redrawn(times) for _ in range(2000))
    value = statistics.median(baseline) / statistics.median(times)
    return {"value": value, "low": ratios[50], "high": ratios[-51]}
