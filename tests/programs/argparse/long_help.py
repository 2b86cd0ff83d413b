import argparse

parser = argparse.ArgumentParser(
    prog="a_program_with_a_long_name",
    description="This is what the program does, in so many words that one line of a terminal cannot hold all of them.",
)
parser.add_argument("source", help="where it comes from")
parser.add_argument("targets", nargs="+", help="where it goes")
parser.add_argument("--a-very-long-option-indeed", metavar="VALUE", help="what it is for, which takes a while to tell, so that it is more than a line")
parser.add_argument("-s", "--short", action="store_true")
parser.add_argument("--choice", choices=["one", "two", "three"], required=True, help="one of %(choices)s")
parser.add_argument("--hidden", help=argparse.SUPPRESS)
parser.add_argument("--number", type=int, default=3, metavar="N", help="%(type)s, by default %(default)d in %(prog)s, 50%%")
parser.print_help()
for formatter in [
    argparse.RawTextHelpFormatter,
    argparse.ArgumentDefaultsHelpFormatter,
    lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=60),
]:
    other = argparse.ArgumentParser(prog="p", formatter_class=formatter, usage="%(prog)s [options]")
    other.add_argument("--level", default=3, help="first line\n  second line of this help that is long enough to be wrapped")
    other.add_argument("--on", action="store_true", help="a switch")
    other.add_argument("where", nargs="?", default="here")
    other.print_help()
