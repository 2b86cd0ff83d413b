"""Examples in the text of docstrings."""

import re

_EXAMPLE = re.compile(
    r"""
    (?P<source>
        (?:^(?P<indent> [ ]*) >>>    .*)
        (?:\n           [ ]*  \.\.\. .*)*)
    \n?
    (?P<want> (?:(?![ ]*$)
                 (?![ ]*>>>)
                 .+$\n?
              )*)
    """,
    re.MULTILINE | re.VERBOSE,
)
_EXCEPTION = re.compile(
    r"""
    ^(?P<hdr> Traceback\ \( (?: most\ recent\ call\ last | innermost\ last) \) : )
    \s* $
    (?P<stack> .*?)
    ^ (?P<msg> \w+ .*)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_OPTION = re.compile(r"#\s*doctest:\s*([^\n\'\"]*)$", re.MULTILINE)

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        if not source.endswith("\n"):
            source += "\n"
        if want and not want.endswith("\n"):
            want += "\n"
        if exc_msg is not None and not exc_msg.endswith("\n"):
            exc_msg += "\n"
        self.source, self.want, self.lineno, self.indent = source, want, lineno, indent
        self.options, self.exc_msg = options or {}, exc_msg

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        if isinstance(examples, str):
            raise TypeError("DocTest no longer accepts str; use DocTestParser instead")
        self.examples, self.docstring, self.globs = examples, docstring, globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        examples = "no examples" if count == 0 else "1 example" if count == 1 else f"{count} examples"
        return f"<DocTest {self.name} from {self.filename}:{self.lineno} ({examples})>"

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return self._place() < other._place()

    def _place(self):
        return self.name, self.filename or "", self.lineno or 0, id(self)


class DocTestParser:
    def parse(self, string, name="<string>"):
        string = string.expandtabs()
        indents = [len(indent) for indent in re.findall(r"^([ ]*)(?=\S)", string, re.MULTILINE)]
        margin = min(indents, default=0)
        if margin:
            string = "\n".join([line[margin:] for line in string.split("\n")])
        output, at, lineno = [], 0, 0
        for found in _EXAMPLE.finditer(string):
            output.append(string[at : found.start()])
            lineno += string.count("\n", at, found.start())
            source, options, want, message = self._parsed(found, name, lineno)
            if not re.match(r"^[ ]*(#.*)?$", source):
                indent = margin + len(found.group("indent"))
                output.append(Example(source, want, message, lineno, indent, options))
            lineno += string.count("\n", found.start(), found.end())
            at = found.end()
        output.append(string[at:])
        return output

    def get_examples(self, string, name="<string>"):
        return [example for example in self.parse(string, name) if isinstance(example, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _parsed(self, found, name, lineno):
        indent = len(found.group("indent"))
        lines = found.group("source").split("\n")
        for at, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                prompt = line[indent : indent + 3]
                where = f"line {lineno + at + 1} of the docstring for {name}"
                raise ValueError(f"{where} lacks blank after {prompt}: {line!r}")
        self._check_prefix(lines[1:], " " * indent + ".", name, lineno)
        source = "\n".join([line[indent + 4 :] for line in lines])
        wanted = found.group("want").split("\n")
        if len(wanted) > 1 and re.match(r" *$", wanted[-1]):
            del wanted[-1]
        self._check_prefix(wanted, " " * indent, name, lineno + len(lines))
        want = "\n".join([line[indent:] for line in wanted])
        exception = _EXCEPTION.match(want)
        message = exception.group("msg") if exception else None
        return source, self._options(source, name, lineno), want, message

    def _check_prefix(self, lines, prefix, name, lineno):
        for at, line in enumerate(lines):
            if line and not line.startswith(prefix):
                where = f"line {lineno + at + 1} of the docstring for {name}"
                raise ValueError(f"{where} has inconsistent leading whitespace: {line!r}")

    def _options(self, source, name, lineno):
        options = {}
        for found in _OPTION.finditer(source):
            for option in found.group(1).replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(
                        f"line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}"
                    )
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        return options
