"""Tables as text: values between commas."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_limit = [131072]


class Error(Exception):
    pass


class Dialect:
    """How values are parted and quoted."""

    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_PARAMETERS = (
    "delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict",
)  # fmt: skip


def _dialect(dialect, options):
    made = Dialect()
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    for name in _PARAMETERS:
        setattr(made, name, getattr(base, name, getattr(Dialect, name)))
    for name, value in options.items():
        if name not in _PARAMETERS:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(made, name, value)
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    if made.quotechar is None and made.quoting != QUOTE_NONE:
        raise TypeError("quotechar must be set if quoting enabled")
    return made


def register_dialect(name, dialect=excel, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _dialect(dialect, options)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    before = _limit[0]
    if limit:
        _limit[0] = limit[0]
    return before


class _Reader:
    """Rows of values, made of lines; quoted values may have several."""

    def __init__(self, lines, dialect, options):
        self._lines, self.dialect, self.line_num = iter(lines), _dialect(dialect, options), 0

    def __iter__(self):
        return self

    def __next__(self):
        row = _Row(self.dialect)
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if row.is_quoted:
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    return row.values()
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            row.take(line)
            if not row.is_quoted:
                return row.values()


class _Row:
    """The values of a row, as far as they are read."""

    def __init__(self, dialect):
        self._dialect, self._values = dialect, []
        self.is_quoted, self._was_quoted, self._text, self._is_empty = False, False, [], True

    def take(self, line):
        dialect = self._dialect
        quote, escape = dialect.quotechar if dialect.quoting != QUOTE_NONE else None, dialect.escapechar
        at, length = 0, len(line)
        while at < length:
            char = line[at]
            at += 1
            if self.is_quoted:
                if char == escape and at < length:
                    self._text.append(line[at])
                    at += 1
                elif char != quote:
                    self._text.append(char)
                elif dialect.doublequote and line[at : at + 1] == quote:
                    self._text.append(char)
                    at += 1
                else:
                    self.is_quoted = False
                    if dialect.strict and line[at : at + 1] not in ("", dialect.delimiter, "\n", "\r"):
                        raise Error(f"'{dialect.delimiter}' expected after '{quote}'")
            elif char in "\r\n":
                if line[at:].strip("\r\n"):
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                return
            else:
                self._is_empty = False
                if char == dialect.delimiter:
                    self._end_value()
                elif char == quote and not self._text and not self._was_quoted:
                    self.is_quoted = self._was_quoted = True
                elif char == escape and at < length:
                    self._text.append(line[at])
                    at += 1
                elif char != " " or not dialect.skipinitialspace or self._text:
                    self._text.append(char)

    def _end_value(self):
        text = "".join(self._text)
        if len(text) > _limit[0]:
            raise Error(f"field larger than field limit ({_limit[0]})")
        if self._dialect.quoting == QUOTE_NONNUMERIC and not self._was_quoted:
            text = float(text)
        self._values.append(text)
        self._was_quoted, self._text = False, []

    def values(self):
        if not self._is_empty or self._text:
            self._end_value()
        return self._values


def reader(csvfile, /, dialect="excel", **fmtparams):
    return _Reader(csvfile, dialect, fmtparams)


class _Writer:
    def __init__(self, file, dialect, options):
        if not hasattr(file, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._file, self.dialect = file, _dialect(dialect, options)

    def writerow(self, row, /):
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        texts = [self._text(value) for value in values]
        if texts == [""] and self.dialect.quoting != QUOTE_NONE:
            # Alone, nothing would be no value.
            texts = [self.dialect.quotechar * 2]
        return self._file.write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _text(self, value):
        dialect = self.dialect
        quoting, quote, escape = dialect.quoting, dialect.quotechar, dialect.escapechar
        text = "" if value is None else value if isinstance(value, str) else f"{value!s}"
        if isinstance(value, float):
            text = repr(value)
        special = [dialect.delimiter, "\r", "\n", *([quote] if quote else []), *([escape] if escape else [])]
        must = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
        must = must or quoting == QUOTE_STRINGS and isinstance(value, str)
        must = must or quoting == QUOTE_NOTNULL and value is not None
        if quoting == QUOTE_NONE:
            if not any([char in text for char in special]):
                return text
            if escape is None:
                raise Error("need to escape, but no escapechar set")
            return "".join([escape + char if char in special else char for char in text])
        quoted = [char for char in special if char != escape and (char != quote or dialect.doublequote)]
        must = must or any([char in text for char in quoted])
        if escape:
            text = text.replace(escape, escape * 2)
        if dialect.doublequote:
            text = text.replace(quote, quote * 2)
        elif quote in text:
            if escape is None:
                raise Error("need to escape, but no escapechar set")
            text = text.replace(quote, escape + quote)
        return f"{quote}{text}{quote}" if must else text


def writer(csvfile, /, dialect="excel", **fmtparams):
    return _Writer(csvfile, dialect, fmtparams)


class DictReader:
    """Rows as dicts, by the names in the first one."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self.reader, self.dialect = reader(f, dialect, *args, **kwds), dialect
        self._fieldnames, self.restkey, self.restval, self.line_num = fieldnames, restkey, restval, 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
            self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            found[name] = self.restval
        return found


class DictWriter:
    """Rows from dicts, in the order of the names."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames, self.restval, self.extrasaction = list(fieldnames), restval, extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _row(self, row):
        if self.extrasaction == "raise":
            wrong = [repr(key) for key in row if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(row) for row in rowdicts])
