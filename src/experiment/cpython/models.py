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
