"""The help and usage of a parser, as text."""

from argparse._actions import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, _listed
from textwrap import wrap as _wrap


class HelpFormatter:
    """Arguments in two columns: what is written, and what it is for."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        # That of a terminal, without its margin.
        self._width = 78 if width is None else width
        self._prog, self._indent_increment = prog, indent_increment
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))
        self._indent = self._action_max_length = 0
        # Sections of calls that make texts: those of a section are made when all arguments are known.
        self._sections = [(None, [])]

    def start_section(self, heading):
        self._sections.append((heading, []))
        self._indent += self._indent_increment

    def end_section(self):
        heading, items = self._sections.pop()
        self._indent -= self._indent_increment
        indent = self._indent
        self._sections[-1][1].append(lambda: self._format_section(heading, items, indent))

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            indent = self._indent
            self._sections[-1][1].append(lambda: self._format_text(text, indent))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._sections[-1][1].append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        indent = self._indent
        for each, shift in [(action, 0), *[(each, self._indent_increment) for each in _below(action)]]:
            length = len(self._format_action_invocation(each)) + indent + shift
            self._action_max_length = max(self._action_max_length, length)
        self._sections[-1][1].append(lambda: self._format_action(action, indent))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join([item() for item in self._sections[0][1]])
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text.strip("\n") + "\n" if text else ""

    def _format_section(self, heading, items, indent):
        text = "".join([item() for item in items])
        if not text:
            return ""
        return f"\n{' ' * indent}{heading}:\n{text}\n" if heading not in (None, SUPPRESS) else f"\n{text}\n"

    def _format_text(self, text, indent):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        return self._fill_text(text, max(self._width - indent, 11), " " * indent) + "\n\n"

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        options = self._usage_parts([action for action in actions if action.option_strings], groups)
        others = self._usage_parts([action for action in actions if not action.option_strings], groups)
        text = " ".join([self._prog, *options, *others])
        if len(prefix) + len(text) > self._width:
            text = "\n".join(self._usage_lines(prefix, options, others))
        return f"{prefix}{text}\n\n"

    def _usage_lines(self, prefix, options, others):
        if len(prefix) + len(self._prog) > 0.75 * self._width:
            indent = " " * len(prefix)
            lines = self._packed(options + others, indent)
            if len(lines) > 1:
                lines = self._packed(options, indent) + self._packed(others, indent)
            return [self._prog, *lines]
        indent = " " * (len(prefix) + len(self._prog) + 1)
        first, rest = (options, others) if options else (others, [])
        lines = self._packed([self._prog, *first], indent, len(prefix))
        return [lines[0].lstrip(" "), *lines[1:], *self._packed(rest, indent)]

    def _packed(self, parts, indent, used=None):
        lines, line, used = [], [], (len(indent) if used is None else used) - 1
        for part in parts:
            if line and used + 1 + len(part) > self._width:
                lines.append(indent + " ".join(line))
                line, used = [], len(indent) - 1
            line.append(part)
            used += len(part) + 1
        return lines + ([indent + " ".join(line)] if line else [])

    def _usage_parts(self, actions, groups):
        parts, done = [], []
        for action in actions:
            if action.help is SUPPRESS or action in done:
                continue
            group = next((group for group in groups if action in group._group_actions), None)
            together = [action] if group is None else [each for each in group._group_actions if each in actions]
            together = [each for each in together if each.help is not SUPPRESS]
            done += together
            if len(together) == 1:
                # Brackets of a group that must be are those of what must be.
                required = action.required or group is not None and group.required
                parts.append(self._usage_of(action, required, False))
            else:
                inside = " | ".join([self._usage_of(each, each.required, True) for each in together])
                parts.append(f"({inside})" if group.required else f"[{inside}]")
        return parts

    def _usage_of(self, action, required, is_in_group):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            # Within the brackets of its group it needs none of its own.
            return text[1:-1] if is_in_group and text.startswith("[") and text.endswith("]") else text
        text = action.format_usage()
        if action.nargs != 0:
            text = f"{text} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
        return text if required or is_in_group else f"[{text}]"

    def _format_action(self, action, indent):
        position = min(self._action_max_length + 2, self._max_help_position)
        header, room = self._format_action_invocation(action), position - indent - 2
        line = " " * indent + header
        if not action.help or not action.help.strip():
            text = f"{line}\n"
        else:
            lines = self._split_lines(self._expand_help(action), max(self._width - position, 11))
            if len(header) <= room:
                text = f"{line}{' ' * (room - len(header))}  {lines[0]}\n"
            else:
                text = f"{line}\n{' ' * position}{lines[0]}\n"
            text += "".join([f"{' ' * position}{each}\n" for each in lines[1:]])
        return text + "".join([self._format_action(each, indent + self._indent_increment) for each in _below(action)])

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{flag} {args}" for flag in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        metavar = action.metavar
        if metavar is None:
            metavar = default_metavar if action.choices is None else _listed(action.choices)
        return lambda size: metavar if isinstance(metavar, tuple) else (metavar,) * size

    def _format_args(self, action, default_metavar):
        shown, nargs = self._metavar_formatter(action, default_metavar), action.nargs
        if nargs is None:
            return f"{shown(1)[0]}"
        if nargs == OPTIONAL:
            return f"[{shown(1)[0]}]"
        if nargs == ZERO_OR_MORE:
            names = shown(1)
            return f"[{names[0]} [{names[1]} ...]]" if len(names) == 2 else f"[{names[0]} ...]"
        if nargs == ONE_OR_MORE:
            first, second = shown(2)
            return f"{first} [{second} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{shown(1)[0]} ..."
        return "" if nargs == SUPPRESS else " ".join(shown(nargs))

    def _expand_help(self, action):
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values = {name: getattr(value, "__name__", value) for name, value in values.items()}
        if action.choices is not None:
            values["choices"] = ", ".join([f"{choice!s}" for choice in action.choices])
        return self._get_help_string(action) % {**values, "prog": self._prog}

    def _split_lines(self, text, width):
        return _wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return "\n".join([indent + line for line in _wrap(" ".join(text.split()), width - len(indent))])

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _below(action):
    return action._get_subactions() if hasattr(action, "_get_subactions") else []


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the lines of descriptions."""

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps the lines of every text."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Tells of defaults, too."""

    def _get_help_string(self, action):
        help = action.help or ""
        if "%(default)" in help or action.default is SUPPRESS:
            return help
        if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
            help += " (default: %(default)s)"
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    """Calls values by their type."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
