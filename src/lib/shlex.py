"""The words of a command line."""

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    if not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    if s and _SAFE.issuperset(s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


class shlex:
    """Reads words from a text or a file."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        text = instream if isinstance(instream, str) else instream.read()
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "".join([chr(code) for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7)])
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.lineno = 1
        self.token = ""
        self.punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self.punctuation_chars:
            self.wordchars += "~-./*?="
        self._text = text
        self._at = 0
        self._pushed = []

    def push_token(self, tok):
        self._pushed.insert(0, tok)

    def get_token(self):
        if self._pushed:
            return self._pushed.pop(0)
        return self.read_token()

    def _next(self):
        character = self._text[self._at : self._at + 1]
        self._at += 1
        if character == "\n":
            self.lineno += 1
        return character

    def _back(self):
        self._at -= 1
        if self._text[self._at : self._at + 1] == "\n":
            self.lineno -= 1

    def _skip_comment(self):
        while self._next() not in ("\n", ""):
            pass

    def read_token(self):
        word, is_quoted = "", False
        is_punctuation = False
        while True:
            character = self._next()
            if character == "":
                break
            if character in self.whitespace:
                if word or is_quoted:
                    break
            elif character in self.commenters:
                self._skip_comment()
                if self.posix and (word or is_quoted):
                    break
            elif is_punctuation and character not in self.punctuation_chars:
                self._back()
                break
            elif character in self.punctuation_chars:
                if (word or is_quoted) and not is_punctuation:
                    self._back()
                    break
                is_punctuation = True
                word += character
            elif self.posix and character in self.escape:
                escaped = self._next()
                if escaped == "":
                    raise ValueError("No escaped character")
                word += escaped
            elif character in self.quotes and (self.posix or not word):
                is_quoted = True
                word += self._quoted(character)
                if not self.posix:
                    break
            elif character in self.wordchars or self.whitespace_split or character in self.quotes:
                word += character
            else:
                if word or is_quoted:
                    self._back()
                else:
                    word = character
                break
        self.token = word
        if self.posix and not word and not is_quoted:
            return None
        return word

    def _quoted(self, quote):
        text = "" if self.posix else quote
        while True:
            character = self._next()
            if character == "":
                raise ValueError("No closing quotation")
            if character == quote:
                return text if self.posix else text + character
            if self.posix and character in self.escape and quote in self.escapedquotes:
                escaped = self._next()
                if escaped == "":
                    raise ValueError("No escaped character")
                if escaped != quote and escaped not in self.escape:
                    text += character
                text += escaped
            else:
                text += character

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token
