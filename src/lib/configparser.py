"""Settings in sections, as `.ini` files have them."""

import re
from collections import ChainMap
from collections.abc import MutableMapping

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10

_UNSET = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        message = f"section {section!r} already exists"
        if source is not None:
            message = f"While reading from {source!r} [line {lineno:2}]: {message}"
        else:
            message = "Section " + message.removeprefix("section ")
        Error.__init__(self, message)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        message = f"option {option!r} in section {section!r} already exists"
        if source is not None:
            message = f"While reading from {source!r} [line {lineno:2}]: {message}"
        else:
            message = "Option " + message.removeprefix("option ")
        Error.__init__(self, message)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        message = (
            f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
            f"{reference!r} which is not a valid option name. Raw value: {rawval!r}"
        )
        InterpolationError.__init__(self, option, section, message)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        message = (
            f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}"
        )
        InterpolationError.__init__(self, option, section, message)
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source, *args):
        Error.__init__(self, f"Source contains parsing errors: {source!r}")
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2}]: {line}"


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _References(Interpolation):
    """Values that name others, behind a sign. Twice the sign stands for itself."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._some(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        left = self._KEY.sub("", value.replace(self._SIGN * 2, ""))
        if self._SIGN in left:
            at = left.find(self._SIGN)
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {at}")
        return value

    def _some(self, parser, option, parts, rest, section, known, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            before, sign, rest = rest.partition(self._SIGN)
            parts.append(before)
            if not sign:
                return
            if rest.startswith(sign):
                parts.append(sign)
                rest = rest[1:]
                continue
            if not rest.startswith(self._OPENING):
                text = f"'{sign}' must be followed by '{sign}' or '{self._OPENING}', found: {sign + rest!r}"
                raise InterpolationSyntaxError(option, section, text)
            match = self._KEY.match(sign + rest)
            if match is None:
                text = f"bad interpolation variable reference {sign + rest!r}"
                raise InterpolationSyntaxError(option, section, text)
            rest = (sign + rest)[match.end() :]
            there, name, value, values = self._find(parser, section, option, raw, match.group(1), rest, known)
            if value is not None and sign in value:
                self._some(parser, name, parts, value, there, values, depth + 1)
            else:
                parts.append(value)


class BasicInterpolation(_References):
    """`%(name)s` stands for another value of the section, or a default."""

    _SIGN, _OPENING, _KEY = "%", "(", re.compile(r"%\(([^)]+)\)s")

    def _find(self, parser, section, option, raw, reference, rest, known):
        name = parser.optionxform(reference)
        if name not in known:
            raise InterpolationMissingOptionError(option, section, raw, name)
        return section, option, known[name], known


class ExtendedInterpolation(_References):
    """`${name}` stands for another value of the section, `${section:name}` for one of another."""

    _SIGN, _OPENING, _KEY = "$", "{", re.compile(r"\$\{([^}]+)\}")

    def _find(self, parser, section, option, raw, reference, rest, known):
        path = reference.split(":")
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                return section, name, known[name], known
            if len(path) == 2:
                there, name = path[0], parser.optionxform(path[1])
                return there, name, parser.get(there, name, raw=True), dict(parser.items(there, raw=True))
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, reference) from None


class RawConfigParser(MutableMapping):
    BOOLEAN_STATES = {
        "1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False,
    }
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(
        self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
        comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
        default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET,
    ):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline_comments = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        self.converters = {"int": int, "float": float, "boolean": self._convert_to_boolean}
        if converters is not _UNSET:
            self.converters.update(converters)
            for name, converter in converters.items():
                setattr(self, "get" + name, self._getter(converter))
        if defaults:
            self._read_defaults(defaults)

    def _getter(self, converter):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
            return self._get_conv(section, option, converter, raw=raw, vars=vars, fallback=fallback)

        return get

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value if value is None else str(value)

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        if not isinstance(filenames, (list, tuple, set)):
            filenames = [filenames]
        found = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, str(name))
            except OSError:
                continue
            found.append(str(name))
        return found

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, "name", "<???>")
        self._read(f, source)

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        added = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            options = set()
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if self._strict and key in options:
                    raise DuplicateOptionError(section, key, source)
                options.add(key)
                self.set(section, key, value if value is None else str(value))

    def _values(self, section, vars):
        """All that is known in a section, what goes before first."""
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != self.default_section:
            raise NoSectionError(section)
        given = {}
        for key, value in (vars or {}).items():
            given[self.optionxform(key)] = value if value is None else str(value)
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _get_conv(self, section, option, converter, *, raw=False, vars=None, fallback=_UNSET):
        try:
            return converter(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = {**self._defaults, **self._values(section, vars).maps[1]}
        names = list(values)
        known = self._values(section, vars)
        names += [name for name in known.maps[0] if name not in values]
        if raw:
            return [(name, known[name]) for name in names]
        return [(name, self._shown(section, name, known)) for name in names]

    def _shown(self, section, name, known):
        value = known[name]
        return value if value is None else self._interpolation.before_get(self, section, name, value, known)

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._own(section)[self.optionxform(option)] = value

    def _own(self, section):
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def write(self, fp, space_around_delimiters=True):
        delimiter = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, delimiter)
        for section, values in self._sections.items():
            self._write_section(fp, section, values, delimiter)

    def _write_section(self, fp, section, values, delimiter):
        fp.write(f"[{section}]\n")
        for key, value in values.items():
            value = self._interpolation.before_write(self, section, key, value)
            if value is not None or not self._allow_no_value:
                value = delimiter + str(value).replace("\n", "\n\t")
            else:
                value = ""
            fp.write(f"{key}{value}\n")
        fp.write("\n")

    def remove_option(self, section, option):
        own, option = self._own(section), self.optionxform(option)
        was_there = option in own
        if was_there:
            del own[option]
        return was_there

    def remove_section(self, section):
        was_there = section in self._sections
        if was_there:
            del self._sections[section]
            del self._proxies[section]
        return was_there

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    def _read(self, lines, source):
        reading = _Reading(self, source)
        try:
            for number, line in enumerate(lines, 1):
                reading.take(number, line)
        finally:
            reading.end()


class _Reading:
    """What is known of a source while its lines are read."""

    def __init__(self, parser, source):
        self._parser = parser
        self._source = source
        self._sections = set()
        self._options = set()
        self._section = None
        self._values = None
        self._option = None
        self._indent = 0
        self._error = None

    def take(self, number, line):
        parser = self._parser
        text, has_comment = self._uncommented(line)
        if not text:
            self._take_empty(line, has_comment)
            return
        indent = len(line) - len(line.lstrip())
        if self._values is not None and self._option and indent > self._indent:
            if self._values[self._option] is None:
                raise MultilineContinuationError(self._source, number, line)
            self._values[self._option].append(text)
            return
        self._indent = indent
        if text.startswith("[") and "]" in text:
            self._begin(text[1 : text.rindex("]")], number)
        elif self._values is None:
            raise MissingSectionHeaderError(self._source, number, line)
        else:
            self._set(text, number, line)

    def _uncommented(self, line):
        text = line.strip()
        if text.startswith(self._parser._comments):
            return "", True
        ends = []
        for prefix in self._parser._inline_comments:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    ends.append(at)
                    break
                at = line.find(prefix, at + 1)
        return (line[: min(ends)].strip(), True) if ends else (text, False)

    def _take_empty(self, line, has_comment):
        if not self._parser._empty_lines_in_values:
            self._indent = float("inf")
        elif not has_comment and self._values is not None and self._option:
            if self._values[self._option] is not None:
                self._values[self._option].append("")

    def _begin(self, section, number):
        parser = self._parser
        self._option = None
        self._section = section
        if section in parser._sections:
            if parser._strict and section in self._sections:
                raise DuplicateSectionError(section, self._source, number)
            self._values = parser._sections[section]
        elif section == parser.default_section:
            self._values = parser._defaults
        else:
            self._values = parser._sections[section] = parser._dict()
            parser._proxies[section] = SectionProxy(parser, section)
        self._sections.add(section)

    def _set(self, text, number, line):
        parser = self._parser
        places = [(text.find(mark), mark) for mark in parser._delimiters if mark in text]
        if places:
            at, mark = min(places)
            name, value = text[:at].rstrip(), text[at + len(mark) :].strip()
        elif parser._allow_no_value:
            name, value = text, None
        if not places and not parser._allow_no_value or not name:
            self._error = self._error or ParsingError(self._source)
            self._error.append(number, repr(line))
            return
        self._option = name = parser.optionxform(name)
        if parser._strict and (self._section, name) in self._options:
            raise DuplicateOptionError(self._section, name, self._source, number)
        self._options.add((self._section, name))
        self._values[name] = value if value is None else [value]

    def end(self):
        parser = self._parser
        for section, values in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for name, value in values.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                values[name] = parser._interpolation.before_read(parser, section, name, value)
        if self._error is not None:
            raise self._error


class MultilineContinuationError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(
            self, f"Key without value continued with an indented line.\nfile: {filename!r}, line: {lineno}\n{line!r}"
        )
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        _check_text(option, value, self._allow_no_value)
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)


def _check_text(option, value, may_be_none):
    if not isinstance(option, str):
        raise TypeError("option keys must be strings")
    if not isinstance(value, str) and not (may_be_none and value is None):
        raise TypeError("option values must be strings")


class SectionProxy(MutableMapping):
    """A section, as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        _check_text(key, value, self._parser._allow_no_value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getint(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getfloat(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getfloat(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getboolean(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getboolean(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def __getattr__(self, name):
        # The parser's own converters.
        if name.startswith("get"):
            method = getattr(self._parser, name)
            return lambda option, fallback=None, **kwargs: method(self._name, option, fallback=fallback, **kwargs)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
