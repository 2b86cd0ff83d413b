#!/usr/bin/env python3
"""@NAME@ on CPython: the same program under several concurrency models, timed and compared.

Made by @MADE_BY@. It needs Python 3.9 or later and nothing else.
It opens no connection and writes one file: its report, which the playground's page can import.

    python3 this_file.py            runs the experiment, prints a table, writes the report
    python3 this_file.py --help     tells what can be chosen

In this file, in order: the plan and the program; how a worker runs a task; the models; measuring;
the report; the command line.
"""

import io
import linecache
import signal
import sys
import threading
import time
import traceback
import warnings

if __name__ == "__main__":  # Workers in processes and interpreters of their own need none of these.
    import argparse
    import concurrent.futures
    import contextlib
    import json
    import multiprocessing
    import os
    import platform
    import random
    import statistics


@PLAN@


# ---- How a worker runs a task -------------------------------------------------------------------

# A clock that is the same in all processes, with the finest steps. (On macOS `perf_counter` is so
# only since Python 3.10; on Windows `monotonic` has fine steps only since 3.13.)
clock = time.monotonic if sys.platform == "darwin" else time.perf_counter

FILE_NAME = "program.py"  # The program's name in tracebacks.
MOST_OUTPUT = 64 * 1024  # So many characters are kept of what a task prints.


class Output(io.TextIOBase):
    """Stands in for `sys.stdout` and keeps apart what each task prints, also in several threads."""

    def __init__(self):
        self.of_thread = threading.local()

    def begin(self):
        self.of_thread.text = io.StringIO()

    def write(self, text):
        kept = getattr(self.of_thread, "text", None)
        if kept is None:  # A thread that the program started itself.
            return sys.__stdout__.write(text)
        kept.write(text[: max(0, MOST_OUTPUT - kept.tell())])
        return len(text)

    def end(self):
        text = self.of_thread.text.getvalue()
        return text if len(text) < MOST_OUTPUT else text + "\n(the rest was not kept)\n"


OUTPUT = Output()


def call(function, /, *arguments, **keywords):
    """Calls into the program. Gives plain data, which can leave a process or an interpreter."""
    OUTPUT.begin()
    result = error = None
    began = clock()
    try:
        result = function(*arguments, **keywords)
    except KeyboardInterrupt:
        raise
    except BaseException as raised:
        error = traceback_of(raised)
    ended = clock()
    return {
        "began": began,
        "ended": ended,
        "result": result,
        "output": OUTPUT.end(),
        "error": error,
    }


def traceback_of(raised):
    """As Python prints it, from the first line of the program on."""
    trace = raised.__traceback__
    while trace and trace.tb_frame.f_code.co_filename != FILE_NAME:
        trace = trace.tb_next
    return "".join(traceback.format_exception(type(raised), raised, trace))


def load(source):
    """Runs the body of the program's module. Gives its names, and what came of it."""
    linecache.cache[FILE_NAME] = (len(source), None, source.splitlines(True), FILE_NAME)
    names = {"__name__": "program"}
    return names, call(run_module, source, names)


def run_module(source, names):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # They would be told once for every run.
        code = compile(source, FILE_NAME, "exec", dont_inherit=True)
    exec(code, names)


def run_task(names, worker, workers, work, args):
    """Worker `worker` of `workers` does its task, or by "repeat" the whole job."""
    if work == "repeat":
        worker, workers = 0, 1
    return call(names["task"], worker, workers, **args)


# The same for a worker that lives in a process or an interpreter of its own and is told in steps.
LOADED = {}


def be_ready():
    """A process starts by reading this file. Ctrl-C is its parent's affair, who ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def load_here(source):
    sys.stdout = OUTPUT
    names, outcome = load(source)
    LOADED.update(names)
    return outcome


def run_here(worker, workers, work, args):
    return run_task(LOADED, worker, workers, work, args)


# ---- The models ---------------------------------------------------------------------------------
# Each does the plan's work with so many workers, once, and gives the `Run`: its times and outcomes.


class ProgramFailed(Exception):
    """The program raised: where, and its traceback."""


class Run:
    def __init__(self, began, outcomes, ended, names, ready=None, received=None):
        """Workers that share memory are ready when the first task begins, and copy nothing. The
        names are those of the main interpreter's module."""
        first = min(outcome["began"] for outcome in outcomes)
        last = max(outcome["ended"] for outcome in outcomes)
        moments = [began, ready or first, first, last, received or last, ended]
        lengths = [max(0.0, after - before) * 1e3 for before, after in zip(moments, moments[1:])]
        parts = ["startUpMs", "copyInMs", "computeMs", "copyOutMs", "joinMs"]
        self.parts = dict(zip(parts, lengths), totalMs=sum(lengths))
        self.work_ms = self.parts["totalMs"] - self.parts["startUpMs"]
        self.tasks = [
            {
                "worker": worker,
                "result": shown(outcome),
                "output": outcome["output"],
                "outputCut": 0,
            }
            for worker, outcome in enumerate(outcomes)
        ]
        self.task_times = [
            {
                "worker": worker,
                "startMs": max(0.0, outcome["began"] - began) * 1e3,
                "endMs": max(0.0, outcome["ended"] - began) * 1e3,
            }
            for worker, outcome in enumerate(outcomes)
        ]
        self.summary = summary_of(names, outcomes)


def shown(outcome):
    try:
        return repr(outcome["result"])
    except ValueError as error:  # A whole number of more than 4,300 digits.
        raise ProgramFailed("when its result was to be shown", str(error)) from None


def summary_of(names, outcomes):
    """What the program itself says came of the run, if it has a function for that."""
    if not callable(names.get("summary")):
        return None
    results = [outcome["result"] for outcome in outcomes]
    summary = call(lambda: str(names["summary"](results)))
    if summary["error"]:
        raise ProgramFailed("in its summary", summary["error"])
    return summary["result"]


def sequential(workers):
    """The baseline: the same tasks in turn, in the main thread."""
    names, loaded = load(PROGRAM)
    check([loaded], loading=True)
    began = clock()
    outcomes = []
    for worker in range(workers):
        outcomes.append(run_task(names, worker, workers, PLAN["work"], PLAN["args"]))
        check(outcomes)
    ended = clock()
    return Run(began, with_printed(loaded, outcomes), ended, names)


def threads(workers):
    """One `threading.Thread` per task. With a GIL or without: that is up to this Python."""
    names, loaded = load(PROGRAM)
    check([loaded], loading=True)
    outcomes = [None] * workers

    def work(worker):
        outcomes[worker] = run_task(names, worker, workers, PLAN["work"], PLAN["args"])

    began = clock()
    team = [threading.Thread(target=work, args=(worker,), daemon=True) for worker in range(workers)]
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    ended = clock()
    check(outcomes)
    return Run(began, with_printed(loaded, outcomes), ended, names)


def processes(workers):
    """`ProcessPoolExecutor` with spawned processes; the program and the results are copied."""

    def pool():
        context = multiprocessing.get_context("spawn")
        return concurrent.futures.ProcessPoolExecutor(1, mp_context=context)

    def task(function, *arguments):
        return (function, *arguments)

    return in_pools(workers, pool, task, ready=(be_ready,))


def subinterpreters(workers):
    """`InterpreterPoolExecutor`: threads of this process, with an interpreter and a GIL each."""

    def pool():
        return concurrent.futures.InterpreterPoolExecutor(1)

    # No function of this file goes into an interpreter: it reads the file itself, and is then told
    # by text what to call, with arguments that are text, numbers or the like.
    read = f"runpy.run_path({__file__!r}, run_name='worker')"
    enter = f"import builtins, runpy; builtins.worker = {read}"

    def task(function, *arguments):
        return (eval, f"worker[{function.__name__!r}](*{arguments!r})")

    return in_pools(workers, pool, task, ready=(exec, enter))


def in_pools(workers, pool, task, ready):
    """Runs the plan's work on new executors: one of one worker for each task, so that every worker
    is known to be ready and gets one task, however short. Copying in is the program's way to the
    workers and its loading there; then the tasks begin."""
    began = clock()
    pools = [pool() for _ in range(workers)]
    on_each(pools, [ready] * workers)
    all_ready = clock()
    loaded = on_each(pools, [task(load_here, PROGRAM)] * workers)
    check(loaded, loading=True)
    numbers = range(workers)
    tasks = [task(run_here, worker, workers, PLAN["work"], PLAN["args"]) for worker in numbers]
    outcomes = on_each(pools, tasks)
    received = clock()
    closing = [threading.Thread(target=pool.shutdown) for pool in pools]
    for thread in closing:
        thread.start()
    for thread in closing:
        thread.join()
    ended = clock()
    check(outcomes)
    for its_module, outcome in zip(loaded, outcomes):
        with_printed(its_module, [outcome])
    # The main interpreter has run the program's body and nothing else.
    names, loaded = load(PROGRAM)
    check([loaded], loading=True)
    return Run(began, outcomes, ended, names, all_ready, received)


def on_each(pools, tasks):
    futures = [pool.submit(*task) for pool, task in zip(pools, tasks)]
    return [future.result() for future in futures]


def with_printed(loaded, outcomes):
    """What a module's body printed stands before what its first task did."""
    outcomes[0]["output"] = loaded["output"] + outcomes[0]["output"]
    return outcomes


def check(outcomes, loading=False):
    for worker, outcome in enumerate(outcomes):
        if outcome["error"]:
            place = "while it was loaded" if loading else f"in the task of worker {worker}"
            raise ProgramFailed(place, outcome["error"])


def has_gil():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


MODELS = {
    "sequential": sequential,
    "gil": threads,
    "free-threaded": threads,
    "process": processes,
    "subinterpreters": subinterpreters,
}


def why_not(model):
    """Why this Python cannot run a model; nothing if it can."""
    if model == "gil" and not has_gil():
        return "this Python runs without its GIL"
    if model == "free-threaded" and has_gil():
        return "this Python has its GIL; free-threaded builds are called python3.14t or the like"
    is_file = os.path.isfile(globals().get("__file__", ""))
    if model in ("process", "subinterpreters") and not is_file:
        return "its workers read this script, which must be a file"
    if model == "subinterpreters" and not hasattr(concurrent.futures, "InterpreterPoolExecutor"):
        return "it needs Python 3.14 or later"
    return None


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


# ---- The report ---------------------------------------------------------------------------------
# What the playground's page imports. It reckons the statistics anew, by its own methods.


def report_of(started_at, duration, cells, step, drift_ms):
    cells = sorted(cells, key=lambda cell: (PLAN["models"].index(cell.model), cell.workers))
    results = [result_of(cell, baseline_of(cell, cells), step) for cell in cells]
    during_ms = statistics.median(cells[0].times())
    ratio = drift_ms / during_ms if are_measured([during_ms, drift_ms], step) else 1.0
    return {
        "format": FORMAT,
        "startedAt": started_at * 1e3,
        "durationMs": duration * 1e3,
        "environment": environment(step),
        "plan": {**PLAN, "source": PROGRAM},
        "results": results,
        "mismatches": mismatches(cells),
        "drift": {"duringMs": during_ms, "endMs": drift_ms, "ratio": ratio},
        "scaling": [],
        "signs": [],
        "narrative": "",
    }


def baseline_of(cell, cells):
    """The sequential run of the same work."""
    return next(c for c in cells if c.model == "sequential" and c.workers == cell.workers)


def result_of(cell, baseline, step):
    parts = ["startUpMs", "copyInMs", "computeMs", "copyOutMs", "joinMs", "totalMs"]
    is_compared = cell is not baseline and are_measured(cell.times() + baseline.times(), step)
    median = {part: statistics.median(sample[part] for sample in cell.samples) for part in parts}

    def ratio(**which):
        return speedup(baseline.times(**which), cell.times(**which)) if is_compared else None

    return {
        "model": cell.model,
        "workers": cell.workers,
        "warmupMs": cell.warmup_ms,
        "samples": cell.samples,
        "median": median,
        "handOffs": None,
        "speedup": ratio(),
        "speedupWithStartUp": ratio(with_start_up=True),
        "tasks": cell.tasks[0],
        "heapBytes": None,
        "summary": cell.summaries[0],
        "trace": None,
        "tracedSample": None,
    }


def mismatches(cells):
    """Task results that differ from the first sequential ones, each once."""
    found = []
    for cell in cells:
        expected = baseline_of(cell, cells).tasks[0]
        for task, right in ((t, r) for tasks in cell.tasks for t, r in zip(tasks, expected)):
            mismatch = {
                "model": cell.model,
                "workers": cell.workers,
                "worker": task["worker"],
                "expected": right["result"],
                "found": task["result"],
            }
            if task["result"] != right["result"] and mismatch not in found:
                found.append(mismatch)
    return found


def environment(step):
    return {
        "isolated": False,
        "cores": cores(),
        "timerStepUs": step * 1e6,
        "build": "cpython",
        "version": platform.python_version(),
        "userAgent": f"{python()}, {platform.platform()}",
    }


def python():
    build = "with the GIL" if has_gil() else "free-threaded"
    return f"{platform.python_implementation()} {platform.python_version()} {build}"


def cores():
    """Those that this process may use, where the platform tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def print_table(report):
    row = "{:<16} {:>7} {:>11} {:>12} {:>8}   {:<14} {}"
    head = ["model", "workers", "median ms", "start-up ms", "speedup", "95 % interval", "results"]
    print(row.format(*head))
    wrong = {(mismatch["model"], mismatch["workers"]) for mismatch in report["mismatches"]}
    for result in report["results"]:
        start_up_ms = result["median"]["startUpMs"]
        ratio = result["speedup"]
        print(
            row.format(
                result["model"],
                result["workers"],
                f"{result['median']['totalMs'] - start_up_ms:,.1f}",
                f"{start_up_ms:,.1f}",
                f"{ratio['value']:.2f}x" if ratio else "",
                f"{ratio['low']:.2f} to {ratio['high']:.2f}" if ratio else "",
                "DIFFER" if (result["model"], result["workers"]) in wrong else "agree",
            )
        )
    print("median without start-up; speedup against sequential with the same work, likewise")
    if any(r["speedup"] is None and r["model"] != "sequential" for r in report["results"]):
        print("no speedup where a run is too short to compare: raise the program's size")
    for mismatch in report["mismatches"]:
        text = "{model} with {workers}, worker {worker}: {found:.60} instead of {expected:.60}"
        print(text.format(**mismatch))
    print(f"{report['environment']['userAgent']}, {cores()} cores")


# ---- The command line ---------------------------------------------------------------------------


def main():
    options = parse()
    PLAN["samples"] = options.samples
    PLAN["workers"] = options.workers
    refused = {model: why_not(model) for model in options.models if why_not(model)}
    chosen = {"sequential", *options.models} - refused.keys()
    PLAN["models"] = [model for model in MODELS if model in chosen]
    started_at, began = time.time(), clock()
    tell = show if sys.stderr.isatty() and not options.quiet else lambda text: None
    with contextlib.redirect_stdout(OUTPUT):
        try:
            measured = measure(tell)
        finally:
            tell("")
    report = report_of(started_at, clock() - began, *measured)
    sys.stdout.reconfigure(errors="backslashreplace")  # Not every terminal shows every result.
    print_table(report)
    if not options.quiet:
        for model, reason in refused.items():
            print(f"left out: {model} ({reason})")
    try:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(report, file, allow_nan=False)
    except OSError as error:
        sys.exit(f"The report was not written: {error}")
    if not options.quiet:
        print(f"report: {options.json}")


def parse():
    parser = argparse.ArgumentParser(
        description="Runs the program under several concurrency models, and compares their times.",
        epilog=f"Ctrl-C ends it, also a program that never ends. Made by {MADE_BY}.",
    )

    def option(name, help, **how):
        parser.add_argument(name, help=f"{help} (default: %(default)s)", **how)

    def samples(text):
        return number(text, 1000)

    def workers(text):
        return sorted({number(part, 64) for part in text.split(",")})

    def number(text, most):
        if not (text.isdecimal() and 1 <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {most}")
        return int(text)

    def models(text):
        for model in text.split(","):
            if model not in MODELS:
                raise argparse.ArgumentTypeError(f"{model!r} is none of {', '.join(MODELS)}")
        return text.split(",")

    # The plan is the playground's, which does not run subinterpreters itself. They can run what
    # processes can: both share no objects.
    planned = dict.fromkeys(PLAN["models"])
    if "process" in planned:
        planned["subinterpreters"] = None
    counts = ",".join(map(str, PLAN["workers"]))
    build = "{}.{}".format(*sys.version_info) + ("" if has_gil() else "t")
    option("--samples", "timed runs of each model", type=samples, default=PLAN["samples"])
    option("--workers", "numbers of workers, as in 1,2,4", type=workers, default=counts)
    known = f"some of {', '.join(MODELS)}, as in gil,process"
    option("--models", known, type=models, default=",".join(planned))
    option("--json", "where to write the report", default=f"{NAME}-cpython-{build}.json")
    parser.add_argument("--quiet", help="print the table alone", action="store_true")
    return parser.parse_args()


def show(text):
    """Shows how far it has come, in place of what was shown before."""
    print(f"\r{text:<60}\r{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except ProgramFailed as failed:
        sys.exit("The program raised {}:\n{}".format(*failed.args))
    except concurrent.futures.BrokenExecutor as broken:
        sys.exit(f"A worker was lost: {broken}")
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr, flush=True)
        running = multiprocessing.active_children()
        for process in running:
            process.terminate()
        if not running:
            os._exit(130)  # Without waiting for threads, which nothing can stop.
        sys.exit(130)
