import sys
import traceback


def fail(what):
    raise KeyError(what)


collected = []
for what in "ab":
    try:
        fail(what)
    except KeyError as error:
        collected.append(error)
try:
    raise ExceptionGroup("together", collected)
except ExceptionGroup as group:
    text = traceback.format_exc()
print("".join(line + "\n" for line in text.splitlines() if "File" not in line and "^" not in line))
never_raised = ExceptionGroup("never", [ValueError("a\nb")])
print("".join(traceback.format_exception(never_raised)))
print(traceback.format_exception_only(never_raised)[0])

# An exception that has the group behind it that it is in.
inside = ValueError("inside")
try:
    raise ExceptionGroup("outside", [inside])
except ExceptionGroup as group:
    try:
        raise inside
    except ValueError as error:
        text = traceback.format_exc()
print("".join(line + "\n" for line in text.splitlines() if "File" not in line))
