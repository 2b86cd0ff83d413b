import argparse
import io
from contextlib import redirect_stderr

parser = argparse.ArgumentParser(prog="tool", description="Does things.")
parser.add_argument("files", nargs="*", help="what to read")
parser.add_argument("-n", "--number", type=int, default=4, help="how many (default: %(default)s)")
parser.add_argument("--name", default="x", choices=["x", "y"])
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--flag", action="store_true")
parser.add_argument("--no-cache", dest="cache", action="store_false")
parser.add_argument("--add", action="append", type=float)
parser.add_argument("--two", nargs=2)
for args in [[], ["-n", "5", "a", "b"], ["-n7", "--name=y", "-v", "-v", "--flag"], ["--add", "1", "--add=2.5", "--no-cache"], ["--two", "a", "b", "--", "-c"], ["--num", "-3"]]:
    print(parser.parse_args(args))
args = parser.parse_args(["--number", "9"])
print(args.number, args.flag, args.cache, args == parser.parse_args(["-n", "9"]), "number" in args, vars(args)["name"])
print(parser.parse_known_args(["--what", "a"]))
required = argparse.ArgumentParser(prog="r", add_help=False)
required.add_argument("source")
required.add_argument("rest", nargs="+")
required.add_argument("--key", required=True)
print(required.parse_args(["a", "b", "c", "--key", "k"]), required.format_usage())
for bad in [(required, []), (required, ["a", "b"]), (parser, ["-n", "x"]), (parser, ["--name", "z"]), (parser, ["--two", "a"]), (parser, ["--unknown"])]:
    try:
        with redirect_stderr(io.StringIO()) as errors:
            bad[0].parse_args(bad[1])
    except SystemExit as error:
        print("exit", error.code, errors.getvalue().replace("'x', 'y'", "x, y"), end="")
print(parser.format_usage(), end="")
parser.set_defaults(extra=5)
print(parser.parse_args([]).extra, parser.get_default("number"))
