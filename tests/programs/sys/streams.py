import sys

print("to stdout", file=sys.stdout)
print(end="", file=sys.stderr)
print(sys.stdout.write("abc\n"), sys.stdout.flush(), sys.stdout.isatty())
print("none", file=None, flush=True)


class Recorder:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("flushed")


class Point:
    def __str__(self):
        return "a point"


recorder = Recorder()
print("a", 1, [2], Point(), None, file=recorder)
print(file=recorder)
print("x", "y", sep="-", end="!", file=recorder, flush=True)
print(1, 2, sep="", end="", file=recorder)
print(recorder.parts)


def quietly():
    before = sys.stdout
    sys.stdout = recorder
    try:
        print("hidden", Point())
    finally:
        sys.stdout = before


recorder.parts.clear()
quietly()
print(recorder.parts, sys.stdout is sys.__stdout__)
for file in [1, "text"]:
    try:
        print("x", file=file)
    except AttributeError as error:
        print(error)
try:
    sys.stdout.write(1)
except TypeError as error:
    print(error)
print(repr(sys.stdout), sys.stdout.name, sys.stderr.name, sys.stdout.encoding, sys.stdout.fileno())
print(sys.stdin.read() == "", list(sys.stdin), sys.stdin.readline() == "")
