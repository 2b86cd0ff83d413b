"""Module doc.

>>> square(3)
9
>>> math.floor(2.5)
2
"""
import doctest
import io
import math
import re
import sys
from contextlib import redirect_stdout


def square(n):
    """Squares.

    >>> square(2)
    4
    >>> square(3)
    10
    >>> square('a')
    Traceback (most recent call last):
        ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> 1 / 0
    3
    >>> total = 1
    >>> def add(n):
    ...     global total
    ...     total += n
    ...
    >>> add(4); total
    5
    >>> print("x")
    >>> x = 2
    5
    >>> raise ValueError("other")
    Traceback (most recent call last):
    ValueError: one
    """
    return n * n


class C:
    r"""
    >>> C().m()
    'x'
    >>> print("a b   c") # doctest: +NORMALIZE_WHITESPACE
    a b c
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 18]
    >>> print("a\n\nb")
    a
    <BLANKLINE>
    b
    >>> int("x") # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: anything
    >>> True
    1
    """

    def m(self):
        """
        >>> C().m()
        'y'
        """
        return "x"

    @property
    def p(self):
        """
        >>> C().p
        1
        """
        return 1

    @staticmethod
    def s():
        """
        >>> C.s()
        >>> x
        Traceback (most recent call last):
        NameError: name 'x' is not defined
        """


def fine(a, b):
    """
    >>> fine(1, 2)
    3
    """
    return a + b


def shown(run):
    # Without what differs: the name of the file, and the frames of the library.
    text = io.StringIO()
    with redirect_stdout(text):
        result = run()
    text = re.sub(r'File "[^"<]*", line (\d+), in (__main__|NoName)', r"line \1 of \2", text.getvalue())
    text = re.sub(r'(?m)^      File "[^"<]*", line .*\n(       .*\n)+', "", text)
    text = re.sub(r"(?m)^ *[~^]+\n", "", text)
    print(text, result)


shown(lambda: doctest.testmod())
shown(lambda: doctest.run_docstring_examples(square, globals()))
shown(lambda: doctest.run_docstring_examples(fine, {"fine": fine}, verbose=True))
shown(lambda: doctest.testmod(optionflags=doctest.REPORT_ONLY_FIRST_FAILURE))
parser = doctest.DocTestParser()
for example in parser.get_examples(square.__doc__):
    print(example.lineno, repr(example.source), repr(example.want), example.exc_msg)
for wrong in ["  >>> 1\n 2\n", ">>>1\n", ">>> 1 # doctest: +WRONG\n"]:
    try:
        parser.get_examples(wrong, "wrong")
    except ValueError as e:
        print(e)
try:
    doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as e:
    print(e.example.source, e.got, e.test.name)
test = doctest.DocTestFinder().find(fine)[0]
print(test.name, test.globs["fine"] is fine, len(test.examples))
print(doctest.DocTestRunner(verbose=False).run(test, out=sys.stdout.write))
