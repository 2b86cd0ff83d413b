import sys
import traceback


def inner(n):
    if n == 0:
        raise ValueError("deep", n)
    inner(n - 1)


try:
    inner(2)
except ValueError as error:
    text = traceback.format_exc()
    lines = [line for line in text.splitlines() if not set(line.strip()) <= set("~^")]
    print(lines[0], len(lines), lines[-1])
    print([line.strip() for line in lines if "raise" in line or "inner(2)" in line])
    print(traceback.format_exception_only(error), traceback.format_exception(error)[0])
    print(len(traceback.format_tb(error.__traceback__)), traceback.format_exception_only(type(error), error))
    traceback.print_exception(KeyError("given"), file=sys.stdout)
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise RuntimeError from error
except RuntimeError:
    text = traceback.format_exc()
    print("direct cause" in text, "ZeroDivisionError" in traceback.format_exc(chain=False), text.splitlines()[-1])
print(traceback.format_exc(), end="")
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError()))
