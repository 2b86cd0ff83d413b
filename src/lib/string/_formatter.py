"""What `str.format` does, for programs that change a part of it."""


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, automatic):
        """The text, and the number of the next field without a name: `None` once there was one with a number."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            name, automatic = _numbered(name, automatic)
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, automatic = self._vformat(spec, args, kwargs, used, depth - 1, automatic)
            parts.append(self.format_field(value, spec))
        return "".join(parts), automatic

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        """Each literal text with the field behind it: its name, what stands behind the colon, its conversion."""
        text, at, literal = format_string, 0, []
        while at < len(text):
            character = text[at]
            at += 1
            if character not in "{}":
                literal.append(character)
            elif text.startswith(character, at):
                literal.append(character)
                at += 1
                yield "".join(literal), None, None, None
                literal = []
            elif character == "}":
                raise ValueError("Single '}' encountered in format string")
            else:
                end = _end(text, at)
                yield "".join(literal), *_field(text[at:end])
                at, literal = end + 1, []
        if literal:
            yield "".join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        first, steps = _steps(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first


def _numbered(name, automatic):
    if name == "":
        if automatic is None:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        return str(automatic), automatic + 1
    if name.isdigit():
        if automatic:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        return name, None
    return name, automatic


def _end(text, at):
    depth, is_item = 1, False
    for place in range(at, len(text)):
        if text[place] == "[" and depth == 1:
            is_item = True
        elif text[place] == "]":
            is_item = False
        elif is_item:
            continue
        elif text[place] == "{":
            depth += 1
        elif text[place] == "}":
            depth -= 1
            if depth == 0:
                return place
    raise ValueError("expected '}' before end of string" if at < len(text) else "Single '{' encountered in format string")


def _field(field):
    inside = 0
    for place, character in enumerate(field):
        if character == "[":
            inside = 1
        elif character == "]":
            inside = 0
        elif character == "{" and not inside:
            raise ValueError("unexpected '{' in field name")
        elif character in ":!" and not inside:
            break
    else:
        return field, "", None
    name, rest = field[:place], field[place:]
    if rest[0] == ":":
        return name, rest[1:], None
    if len(rest) == 1:
        raise ValueError("unmatched '{' in format spec")
    if len(rest) > 2 and rest[2] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[3:], rest[1]


def _steps(name):
    """The first part of a field's name, and what is asked of its value: attributes and items."""
    ends = [at for at in (name.find("."), name.find("[")) if at >= 0]
    at = min(ends, default=len(name))
    first, steps = name[:at], []
    while at < len(name):
        if name[at] == ".":
            ends = [end for end in (name.find(".", at + 1), name.find("[", at + 1)) if end >= 0]
            end = min(ends, default=len(name))
            key, start = name[at + 1 : end], end
        elif name[at] == "[":
            end = name.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, start = name[at + 1 : end], end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        is_attribute = name[at] == "."
        steps.append((is_attribute, int(key) if key.isdigit() and not is_attribute else key))
        at = start
    return int(first) if first.isdigit() else first, steps
