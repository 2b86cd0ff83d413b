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
