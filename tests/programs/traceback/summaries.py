import io
import traceback


def fails(n):
    if n:
        return fails(n - 1)
    raise ValueError("deep")


def wraps():
    try:
        fails(2)
    except ValueError as error:
        raise KeyError("outer") from error


try:
    wraps()
except KeyError as caught:
    error = caught

stack = traceback.extract_tb(error.__traceback__)
for frame in stack:
    print(frame.name, frame.lineno, frame.line, len(frame), frame[2])
filename, lineno, name, line = stack[-1]
print(name, line, type(stack).__name__, len(traceback.extract_tb(error.__cause__.__traceback__)))
print([frame.name for frame in traceback.extract_tb(error.__cause__.__traceback__, limit=-2)])
print([lineno for _, lineno in traceback.walk_tb(error.__traceback__)])
print([text.split(", ", 1)[1] for text in traceback.format_list([("f.py", 3, "name", "x = 1"), ("g.py", 4, "other", None)])])
summary = traceback.TracebackException.from_exception(error)
print(str(summary), summary.exc_type.__name__, summary.stack[0].name, summary.__cause__.exc_type.__name__)
print(list(summary.format_exception_only()), len(summary.__cause__.stack), summary.__suppress_context__)
out = io.StringIO()
traceback.print_tb(error.__traceback__, limit=1, file=out)
print(out.getvalue().split(", ", 1)[1].splitlines()[0])
print([text.splitlines()[1] for text in traceback.format_tb(error.__traceback__)])
