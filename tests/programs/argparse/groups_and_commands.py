import argparse
import contextlib
import io


def tried(parser, *args):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = parser.parse_args(args)
    except SystemExit as error:
        result = f"exit {error.code}"
    print(list(args), result, out.getvalue() + err.getvalue())


parser = argparse.ArgumentParser(prog="crunch", description="Crunch numbers.", epilog="That is all.")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("-q", action="store_true")
parser.add_argument("-o", "--output", metavar="FILE")
speed = parser.add_mutually_exclusive_group()
speed.add_argument("--fast", action="store_true", help="go fast")
speed.add_argument("--slow", action="store_const", const=9, help="go slow")
must = parser.add_mutually_exclusive_group(required=True)
must.add_argument("--threads", type=int)
must.add_argument("--processes", type=int)
more = parser.add_argument_group("tuning", "How it is done.")
more.add_argument("--chunk", type=int, default=1, help="items for each worker (default: %(default)s)")
tried(parser, "-vvq", "--threads=2", "-oout")
tried(parser, "--thr", "2", "--fast", "--chunk", "5")
tried(parser, "--threads", "2", "--fast", "--slow")
tried(parser, "--threads", "2", "--processes", "2")
tried(parser)
tried(parser, "-vx", "--threads", "1")
tried(parser, "-q=1", "--threads", "1")
tried(parser, "--help")

tool = argparse.ArgumentParser(prog="tool", formatter_class=argparse.RawDescriptionHelpFormatter, description="One\n  two")
tool.add_argument("--debug", action=argparse.BooleanOptionalAction, default=False, help="say more")
commands = tool.add_subparsers(dest="command", required=True, title="commands", metavar="COMMAND")
run = commands.add_parser("run", help="run it", aliases=["r"])
run.add_argument("n", type=int)
run.add_argument("rest", nargs=argparse.REMAINDER)
run.set_defaults(act=max)
show = commands.add_parser("show", help="show it", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
show.add_argument("--size", type=float, default=1.5, choices=[1.5, 2.5], help="how large")
show.add_argument("name", nargs="?", default="all", help="what of it")
tried(tool, "run", "3", "-x", "y")
tried(tool, "--debug", "r", "3")
tried(tool, "--no-debug", "show")
tried(tool, "show", "it", "--size", "2.5")
tried(tool, "show", "--size", "9.5")
tried(tool, "stop")
tried(tool)
tried(tool, "run", "x")
tried(tool, "--help")
tried(tool, "show", "--help")


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, f"{option_string} {values.upper()}")


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f"{text} is odd")
    return int(text)


base = argparse.ArgumentParser(add_help=False)
base.add_argument("--base", type=even, default="4")
child = argparse.ArgumentParser(prog="child", parents=[base], argument_default=argparse.SUPPRESS)
child.add_argument("--up", action=Upper)
child.add_argument("--tag", action="append", nargs="+")
child.add_argument("--all", action="extend", nargs="*")
child.add_argument("--on", action="append_const", const=1, dest="marks")
child.add_argument("--pair", nargs=2, metavar=("A", "B"), help="both")
child.add_argument("--opt", nargs="?", const="const")
child.add_argument("--version", action="version", version="%(prog)s 2.0")
tried(child, "--up", "x", "--tag", "a", "b", "--tag", "c", "--all", "1", "--all", "2", "3", "--on", "--on")
tried(child, "--pair", "1", "2", "--opt")
tried(child, "--pair", "1")
tried(child, "--base", "3")
tried(child, "--ver", "--base", "2")
tried(child, "--a", "5", "--nope", "--opt", "-1", "--tag")
print(child.parse_known_args(["--nope", "extra", "--opt", "v"]), child.format_usage(), sep="\n")
for wrong in [
    lambda: child.add_argument("--up"),
    lambda: child.add_argument("x", dest="y"),
    lambda: child.add_argument("--flag", action="nothing"),
    lambda: child.add_argument("--none", nargs=0),
    lambda: speed.add_argument("--must", required=True),
]:
    try:
        print(wrong())
    except (ValueError, argparse.ArgumentError) as error:
        print(type(error).__name__, error)
