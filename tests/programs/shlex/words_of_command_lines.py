import shlex

LINES = [
    "ls -l 'my file.txt' \"a b\"c",
    'echo "a \\" b" \\$x \\',
    "grep -v '^#' conf # the rest",
    "a'b'c \"\" ''",
    "x=1 && y|z; (w)",
    "it's",
    "",
    "  spaces \t and\nlines ",
]
for line in LINES:
    for options in ({}, {"comments": True}, {"posix": False}):
        try:
            print(shlex.split(line, **options))
        except ValueError as error:
            print(error)
    for options in ({}, {"posix": True}, {"posix": True, "punctuation_chars": True}, {"punctuation_chars": "|"}):
        try:
            print(list(shlex.shlex(line, **options)))
        except ValueError as error:
            print(error)
    print(shlex.quote(line), shlex.join([line, "-x", "a b"]))

words = shlex.shlex("one two three")
words.push_token("zero")
print(words.get_token(), words.get_token(), words.lineno, list(words))
