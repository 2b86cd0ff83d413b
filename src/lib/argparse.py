"""The arguments of a program: there are none here, so that defaults are what a program gets."""

import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = "?", "*", "+"


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name, self.message = argument, message

    def __str__(self):
        return f"argument {self.argument_name}: {self.message}" if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class HelpFormatter:
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class Namespace:
    """What was given."""

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return f"Namespace({', '.join([f'{name}={value!r}' for name, value in vars(self).items()])})"

    def __eq__(self, other):
        return isinstance(other, Namespace) and vars(self) == vars(other)

    def __contains__(self, name):
        return name in vars(self)


class Action:
    """One argument."""

    def __init__(self, flags, dest, kind, nargs, const, default, type, choices, required, help, metavar):
        self.option_strings, self.dest, self.kind, self.nargs = flags, dest, kind, nargs
        self.const, self.default, self.type, self.choices = const, default, type, choices
        self.required, self.help, self.metavar = required, help, metavar

    def takes_value(self):
        return self.kind in ("store", "append", "extend")

    def name(self):
        return "/".join(self.option_strings) or self.metavar or self.dest

    def shown(self):
        name = self.metavar
        if name is None:
            name = self.dest.upper() if self.option_strings else self.dest
            if self.choices is not None:
                name = "{" + ",".join([f"{choice!s}" for choice in self.choices]) + "}"
        if not self.takes_value():
            return ""
        if self.nargs == "?":
            return f"[{name}]"
        if self.nargs == "*":
            return f"[{name} ...]"
        if self.nargs == "+":
            return f"{name} [{name} ...]"
        return " ".join([name] * (self.nargs or 1))

    def usage(self):
        if not self.option_strings:
            return self.shown()
        text = f"{self.option_strings[0]} {self.shown()}".rstrip()
        return text if self.required else f"[{text}]"

    def convert(self, text):
        try:
            value = text if self.type is None else self.type(text)
        except ArgumentTypeError as error:
            raise ArgumentError(self.name(), f"{error}") from None
        except (TypeError, ValueError):
            kind = getattr(self.type, "__name__", repr(self.type))
            raise ArgumentError(self.name(), f"invalid {kind} value: {text!r}") from None
        if self.choices is not None and value not in self.choices:
            choices = ", ".join([f"{choice!s}" for choice in self.choices])
            raise ArgumentError(self.name(), f"invalid choice: {value!r} (choose from {choices})")
        return value

    def apply(self, namespace, values):
        """`values` are those texts that belong to it."""
        kind = self.kind
        if kind == "store_const":
            value = self.const
        elif kind == "count":
            value = (getattr(namespace, self.dest) or 0) + 1
        else:
            value = [self.convert(text) for text in values]
            if self.nargs == "?":
                value = value[0] if value else self.const if self.option_strings else self.default
            elif self.nargs is None:
                value = value[0]
            if kind in ("append", "extend"):
                before = list(getattr(namespace, self.dest) or [])
                value = before + (value if kind == "extend" else [value])
        setattr(namespace, self.dest, value)


class _Group:
    def __init__(self, parser):
        self._parser = parser

    def add_argument(self, *flags, **options):
        return self._parser.add_argument(*flags, **options)


class ArgumentParser:
    def __init__(
        self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None,
        prefix_chars="-", argument_default=None, add_help=True, allow_abbrev=True, exit_on_error=True, **more,
    ):  # fmt: skip
        self.prog = sys.argv[0] if prog is None else prog
        self.description, self.epilog, self._usage = description, epilog, usage
        self._actions, self._defaults = [], {}
        if add_help:
            self.add_argument("-h", "--help", action="help", help="show this help message and exit")

    def add_argument(
        self, *flags, action="store", nargs=None, const=None, default=None, type=None, choices=None,
        required=False, help=None, metavar=None, dest=None, version=None,
    ):  # fmt: skip
        is_option = flags and flags[0].startswith("-")
        if dest is None:
            long = [flag for flag in flags if flag.startswith("--")]
            dest = (long or list(flags))[0].lstrip("-").replace("-", "_")
        if action in ("store_true", "store_false"):
            const = action == "store_true"
            default = not const if default is None else default
            action = "store_const"
        elif action == "version":
            const = version
        elif action not in ("store", "store_const", "append", "extend", "count", "help"):
            raise ValueError(f"unknown action {action!r}")
        found = Action(list(flags) if is_option else [], dest, action, nargs, const, default, type, choices, required, help, metavar)
        if not is_option:
            found.required = nargs not in ("?", "*")
        self._actions.append(found)
        return found

    def add_argument_group(self, title=None, description=None):
        return _Group(self)

    def add_mutually_exclusive_group(self, *, required=False):
        return _Group(self)

    def set_defaults(self, **defaults):
        self._defaults.update(defaults)

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        namespace, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.kind not in ("help", "version") and not hasattr(namespace, action.dest):
                default = self._defaults.get(action.dest, action.default)
                if isinstance(default, str) and action.type is not None:
                    default = action.convert(default)
                setattr(namespace, action.dest, default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            return namespace, self._parse(args, namespace)
        except ArgumentError as error:
            self.error(f"{error}")

    def _parse(self, args, namespace):
        unknown, texts, seen = [], [], []
        while args:
            arg = args.pop(0)
            if arg == "--":
                texts += args
                break
            if not arg.startswith("-") or arg == "-" or arg[1:].replace(".", "", 1).isdigit():
                texts.append(arg)
                continue
            action, value = self._option(arg)
            if action is None:
                unknown.append(arg)
                continue
            seen.append(action)
            if action.kind == "help":
                self.print_help()
                self.exit()
            if action.kind == "version":
                self.exit(0, f"{action.const}\n", sys.stdout)
            values = []
            if action.takes_value():
                values = self._values(action, args, value)
            action.apply(namespace, values)
        rest, missing = self._positionals(texts, namespace)
        options = [action for action in self._actions if action.option_strings and action not in seen]
        missing += [action.name() for action in options if action.required]
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        return unknown + rest

    def _option(self, arg):
        flag, equals, value = arg.partition("=")
        long = [action for action in self._actions if flag in action.option_strings]
        if not long and flag.startswith("--"):
            long = [
                action for action in self._actions
                if any([known.startswith(flag) for known in action.option_strings])
            ]  # fmt: skip
        if long:
            return long[0], value if equals else None
        for action in self._actions:
            # `-n5`
            if arg[:2] in action.option_strings and action.takes_value():
                return action, arg[2:]
        return None, None

    def _values(self, action, args, value):
        if value is not None:
            return [value]
        least, most = _bounds(action.nargs)
        values = []
        while args and len(values) < most and not (args[0].startswith("-") and not args[0][1:].isdigit()):
            values.append(args.pop(0))
        if len(values) < least:
            expected = "one argument" if action.nargs is None else "at least one argument"
            if isinstance(action.nargs, int):
                expected = f"{action.nargs} argument{'' if action.nargs == 1 else 's'}"
            raise ArgumentError(action.name(), f"expected {expected}")
        return values

    def _positionals(self, texts, namespace):
        positional = [action for action in self._actions if not action.option_strings]
        missing = []
        for index, action in enumerate(positional):
            least, most = _bounds(action.nargs)
            behind = sum([_bounds(other.nargs)[0] for other in positional[index + 1 :]])
            count = min(most, max(len(texts) - behind, 0))
            if count < least:
                missing.append(action.name())
            elif count or action.nargs == "*" and action.default is None:
                action.apply(namespace, texts[:count])
                texts = texts[count:]
        return texts, missing

    def format_usage(self):
        options = [action.usage() for action in self._actions if action.option_strings]
        others = [action.usage() for action in self._actions if not action.option_strings]
        usage = self._usage or " ".join([self.prog, *options, *others])
        if self._usage or len(usage) + 7 <= _WIDTH:
            return f"usage: {usage}\n"
        indent = " " * (len(self.prog) + 8)
        lines = _lines([self.prog, *options], 7, indent) + _lines(others, len(indent), indent)
        return f"usage: {lines[0]}\n" + "".join([f"{indent}{line}\n" for line in lines[1:]])

    def format_help(self):
        parts = [self.format_usage()]
        if self.description:
            parts.append(f"\n{self.description}\n")
        for title, is_option in (("positional arguments", False), ("options", True)):
            lines = [self._line(action) for action in self._actions if bool(action.option_strings) == is_option]
            if lines:
                parts.append(f"\n{title}:\n{''.join(lines)}")
        if self.epilog:
            parts.append(f"\n{self.epilog}\n")
        return "".join(parts)

    def _line(self, action):
        names = ", ".join([f"{flag} {action.shown()}".rstrip() for flag in action.option_strings]) or action.shown()
        line = f"  {names}"
        if not action.help:
            return f"{line}\n"
        text = action.help % {**vars(action), "prog": self.prog} if "%" in action.help else action.help
        return f"{line:<24}{text}\n" if len(line) < 23 else f"{line}\n{' ' * 24}{text}\n"

    def print_help(self, file=None):
        print(self.format_help(), end="", file=file)

    def print_usage(self, file=None):
        print(self.format_usage(), end="", file=file)

    def exit(self, status=0, message=None, file=None):
        if message:
            print(message, end="", file=sys.stderr if file is None else file)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


# Of a terminal, without its margin.
_WIDTH = 78


def _lines(parts, used, indent):
    lines, line, used = [], [], used - 1
    for part in parts:
        if line and used + 1 + len(part) > _WIDTH:
            lines.append(" ".join(line))
            line, used = [], len(indent) - 1
        line.append(part)
        used += len(part) + 1
    return lines + ([" ".join(line)] if line else [])


def _bounds(nargs):
    """How many texts an argument takes, at least and at most."""
    if nargs is None:
        return 1, 1
    if isinstance(nargs, int):
        return nargs, nargs
    return (1 if nargs == "+" else 0), (1 if nargs == "?" else 1 << 60)
