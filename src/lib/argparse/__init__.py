"""The arguments of a program."""

import sys
from argparse._actions import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
    Action,
    ArgumentError,
    ArgumentTypeError,
    BooleanOptionalAction,
    FileType,
    Namespace,
    _ACTIONS,
    _name_of,
    _SubParsersAction,
)
from argparse._help import (
    ArgumentDefaultsHelpFormatter,
    HelpFormatter,
    MetavarTypeHelpFormatter,
    RawDescriptionHelpFormatter,
    RawTextHelpFormatter,
)


class _Group:
    """Arguments that the help shows together."""

    def __init__(self, parser, title=None, description=None):
        self._parser, self.title, self.description, self._group_actions = parser, title, description, []

    def add_argument(self, *flags, **options):
        return self._parser._add(self, flags, options)

    def add_mutually_exclusive_group(self, **options):
        return self._parser._exclusive(self, **options)


class _ExclusiveGroup(_Group):
    """Arguments of which only one may be given."""

    def __init__(self, parser, shown_in, required):
        super().__init__(parser)
        self.required, self._shown_in = required, shown_in

    def add_argument(self, *flags, **options):
        if options.get("required") or not _is_option(flags, self._parser) and options.get("nargs") not in ("?", "*"):
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._parser._add(self._shown_in, flags, options)
        self._group_actions.append(action)
        return action


def _is_option(flags, parser):
    return bool(flags) and flags[0][:1] in parser.prefix_chars


class ArgumentParser:
    def __init__(
        self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
        prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
        add_help=True, allow_abbrev=True, exit_on_error=True, *, suggest_on_error=False, color=False,
    ):  # fmt: skip
        if fromfile_prefix_chars is not None:
            raise NotImplementedError("argparse's arguments in files are not supported by the playground")
        self.prog = sys.argv[0].rpartition("/")[2] if prog is None else prog
        self.usage, self.description, self.epilog = usage, description, epilog
        self.formatter_class, self.prefix_chars, self.argument_default = formatter_class, prefix_chars, argument_default
        self.conflict_handler, self.add_help, self.allow_abbrev = conflict_handler, add_help, allow_abbrev
        self.exit_on_error = exit_on_error
        self._actions, self._defaults, self._flags = [], {}, {}
        self._positionals, self._optionals = _Group(self, "positional arguments"), _Group(self, "options")
        self._action_groups, self._exclusive_groups = [self._positionals, self._optionals], []
        self._subparsers, self._unrecognized, self._types = None, [], {}
        if add_help:
            dash = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(f"{dash}h", f"{dash * 2}help", action="help", help="show this help message and exit")
        for parent in parents:
            self._take_over(parent)

    def __repr__(self):
        names = "prog usage description formatter_class conflict_handler add_help".split()
        return f"ArgumentParser({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

    def _take_over(self, parent):
        own = {group.title: group for group in self._action_groups}
        for group in parent._action_groups:
            if group.title not in own:
                own[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                self._place(own[group.title], action)
        self._exclusive_groups += parent._exclusive_groups
        self._defaults.update(parent._defaults)

    def register(self, registry_name, value, object):
        if registry_name != "type":
            raise NotImplementedError("argparse's registry of actions is not supported by the playground: pass the class")
        self._types[value] = object

    def add_argument(self, *flags, **options):
        return self._add(None, flags, options)

    def _add(self, group, flags, options):
        is_option = not flags and "dest" not in options or _is_option(flags, self)
        kind = options.pop("action", None)
        if not is_option:
            if flags and "dest" in options:
                raise ValueError("dest supplied twice for positional argument")
            options["dest"] = dest = flags[0] if flags else options["dest"]
            flags = []
            is_store = kind in (None, "store", "append", "extend") or not isinstance(kind, str)
            if is_store and options.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0):
                options["required"] = True
            if options.get("nargs") == ZERO_OR_MORE and "default" not in options:
                options["required"] = True
        else:
            for flag in flags:
                if flag[0] not in self.prefix_chars:
                    raise ValueError(f"invalid option string {flag!r}: must start with a character {self.prefix_chars!r}")
            long = [flag for flag in flags if len(flag) > 1 and flag[1] in self.prefix_chars]
            dest = options.get("dest") or (long or list(flags))[0].lstrip(self.prefix_chars).replace("-", "_")
            if not dest:
                raise ValueError(f"dest= is required for options like {flags[0]!r}")
            options["dest"] = dest
        if "default" not in options:
            if dest in self._defaults:
                options["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                options["default"] = self.argument_default
        make = _ACTIONS.get(kind) if kind is None or isinstance(kind, str) else kind
        if make is None:
            raise ValueError(f'unknown action "{kind}"')
        action = make(option_strings=list(flags), **options)
        kind = self._types.get(action.type, action.type)
        if kind is not None and not callable(kind):
            raise ValueError(f"{kind!r} is not callable")
        if group is None:
            group = self._optionals if is_option else self._positionals
        return self._place(group, action)

    def _place(self, group, action):
        taken = [flag for flag in action.option_strings if flag in self._flags]
        if taken and self.conflict_handler != "resolve":
            raise ArgumentError(action, f"conflicting option string{'s'[: len(taken) > 1]}: {', '.join(taken)}")
        for flag in taken:
            known = self._flags.pop(flag)
            known.option_strings.remove(flag)
            if not known.option_strings:
                self._actions.remove(known)
                for each in self._action_groups:
                    if known in each._group_actions:
                        each._group_actions.remove(known)
        for flag in action.option_strings:
            self._flags[flag] = action
        self._actions.append(action)
        group._group_actions.append(action)
        return action

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        return self._exclusive(None, required=required)

    def _exclusive(self, shown_in, required=False):
        group = _ExclusiveGroup(self, shown_in, required)
        self._exclusive_groups.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, **options):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        group = self._positionals
        if title is not None or description is not None:
            group = self.add_argument_group("subcommands" if title is None else title, description)
        if prog is None:
            formatter = self._get_formatter()
            positional = [action for action in self._actions if not action.option_strings]
            formatter.add_usage(self.usage, positional, self._exclusive_groups, "")
            prog = formatter.format_help().strip()
        self._subparsers = _SubParsersAction([], prog, parser_class or type(self), **options)
        return self._place(group, self._subparsers)

    def set_defaults(self, **defaults):
        self._defaults.update(defaults)
        for action in self._actions:
            if action.dest in defaults:
                action.default = defaults[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        namespace, unknown = self.parse_known_args(args, namespace)
        if unknown:
            message = f"unrecognized arguments: {' '.join(unknown)}"
            if not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        self._unrecognized = []
        if not self.exit_on_error:
            return namespace, _Parsing(self, args, namespace).parse() + self._unrecognized
        try:
            return namespace, _Parsing(self, args, namespace).parse() + self._unrecognized
        except ArgumentError as error:
            self.error(f"{error}")

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, unknown = self.parse_known_intermixed_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Options first, then all that is left is for the others."""
        args = list(sys.argv[1:] if args is None else args)
        positional = [action for action in self._actions if not action.option_strings]
        if any([action.nargs in (PARSER, REMAINDER) for action in positional]):
            raise TypeError(f"parse_intermixed_args: positional arg with nargs={positional[0].nargs}")
        known = list(self._actions)
        try:
            self._actions = [action for action in known if action.option_strings]
            namespace, rest = self.parse_known_args(args, namespace)
            self._actions = positional
            return self.parse_known_args(rest, namespace)
        finally:
            self._actions = known

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_help(self, file=None):
        print(self.format_help(), end="", file=file)

    def print_usage(self, file=None):
        print(self.format_usage(), end="", file=file)

    def exit(self, status=0, message=None):
        if message:
            print(message, end="", file=sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


class _Parsing:
    """One list of arguments, as a parser goes through it."""

    def __init__(self, parser, args, namespace):
        self._parser, self._namespace = parser, namespace
        self._seen, self._given, self._extras = [], [], []
        self._positionals = [action for action in parser._actions if not action.option_strings]
        # Of each argument whether it is an option (`O`); what is behind `--` is none.
        self._args, self._options, kinds = [], {}, []
        for index, arg in enumerate(args):
            if arg == "--" and "--" not in args[:index]:
                continue
            option = None if "--" in args[:index] else self._option(arg)
            if option is not None:
                self._options[len(self._args)] = option
            self._args.append(arg)
            kinds.append("A" if option is None else "O")
        self._kinds = "".join(kinds)

    def parse(self):
        at, last = 0, max(self._options, default=-1)
        while at <= last:
            option = min([index for index in self._options if index >= at])
            if at != option:
                behind = self._take_positionals(at)
                if behind > at:
                    at = behind
                    continue
                self._extras += self._args[at:option]
            at = self._take_option(option)
        at = self._take_positionals(at)
        self._check_required()
        return self._extras + self._args[at:]

    def _check_required(self):
        missing = []
        for action in self._parser._actions:
            if action in self._seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and getattr(self._namespace, action.dest, None) is action.default:
                setattr(self._namespace, action.dest, self._value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join([str(name) for name in missing])}")
        for group in self._parser._exclusive_groups:
            if group.required and not any([action in self._given for action in group._group_actions]):
                names = [_name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")

    def _option(self, arg):
        """An action, the flag that it was called by and what stands behind its `=`; `None` of what is no option."""
        parser = self._parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._flags:
            return parser._flags[arg], arg, None
        if len(arg) == 1:
            return None
        flag, equals, value = arg.partition("=")
        value = value if equals else None
        if equals and flag in parser._flags:
            return parser._flags[flag], flag, value
        found = []
        for known, action in parser._flags.items():
            if arg[1] not in parser.prefix_chars and known == arg[:2]:
                found.append((action, known, arg[2:]))
            elif parser.allow_abbrev and known.startswith(flag):
                found.append((action, known, value))
        if len(found) > 1:
            names = ", ".join([known for _, known, _ in found])
            raise ArgumentError(None, f"ambiguous option: {arg} could match {names}")
        if found:
            return found[0]
        if _is_negative(arg) and not any([_is_negative(flag) for flag in parser._flags]) or " " in arg:
            return None
        return None, arg, None

    def _take_option(self, at):
        action, flag, value = self._options[at]
        if action is None:
            self._extras.append(self._args[at])
            return at + 1
        while value is not None:
            count = self._match(action, "A")
            is_short = flag[1] not in self._parser.prefix_chars
            if count == 1:
                self._take(action, [value], flag)
                return at + 1
            if count != 0 or not is_short or not value or flag[0] + value[0] not in self._parser._flags:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            # Several in one, as in `-vv`.
            self._take(action, [], flag)
            flag, value = flag[0] + value[0], value[1:] or None
            action = self._parser._flags[flag]
        count = self._match(action, self._kinds[at + 1 :])
        self._take(action, self._args[at + 1 : at + 1 + count], flag)
        return at + 1 + count

    def _match(self, action, kinds):
        lengths = _lengths(action.nargs, kinds)
        if lengths:
            return lengths[0]
        expected = {None: "one argument", OPTIONAL: "at most one argument", ONE_OR_MORE: "at least one argument"}
        s = "" if action.nargs == 1 else "s"
        raise ArgumentError(action, f"expected {expected.get(action.nargs) or f'{action.nargs} argument{s}'}")

    def _take_positionals(self, at):
        counts = None
        for number in range(len(self._positionals), 0, -1):
            counts = _matched([action.nargs for action in self._positionals[:number]], self._kinds[at:])
            if counts is not None:
                break
        for count in counts or ():
            self._take(self._positionals.pop(0), self._args[at : at + count], None)
            at += count
        return at

    def _take(self, action, texts, flag):
        self._seen.append(action)
        value = self._values(action, texts)
        if value is not action.default:
            self._given.append(action)
            for group in self._parser._exclusive_groups:
                others = group._group_actions if action in group._group_actions else ()
                for other in others:
                    if other is not action and other in self._given:
                        raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
        if value is not SUPPRESS:
            action(self._parser, self._namespace, value, flag)

    def _values(self, action, texts):
        nargs = action.nargs
        if nargs == OPTIONAL and not texts:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if nargs == ZERO_OR_MORE and not texts and not action.option_strings:
            return [] if action.default is None else action.default
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, text) for text in texts]
        if nargs == PARSER:
            self._check(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check(action, value)
        return values[0] if nargs is None or nargs == OPTIONAL else values

    def _value(self, action, text):
        convert = self._parser._types.get(action.type, action.type)
        try:
            return text if convert is None else convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, f"{error}") from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}") from None

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")


def _is_negative(text):
    whole, _, part = text[1:].partition(".")
    return text[:1] == "-" and (text[1:].isdigit() or (not whole or whole.isdigit()) and part.isdigit())


def _lengths(nargs, kinds):
    """How many arguments an action can take of what is there, the most first."""
    run = len(kinds) - len(kinds.lstrip("A"))
    if nargs == REMAINDER:
        return [len(kinds)]
    if nargs == PARSER:
        return [len(kinds)] if run else []
    if nargs is None or isinstance(nargs, int):
        count = 1 if nargs is None else nargs
        return [count] if count <= run else []
    if nargs == OPTIONAL:
        return [1, 0] if run else [0]
    return list(range(run, 0 if nargs == ONE_OR_MORE else -1, -1))


def _matched(all_nargs, kinds):
    """How many each of several actions takes, as many as possible the first ones; `None` if there are too few."""
    if not all_nargs:
        return []
    for count in _lengths(all_nargs[0], kinds):
        rest = _matched(all_nargs[1:], kinds[count:])
        if rest is not None:
            return [count, *rest]
    return None
