"""Examples in docstrings, run and compared with what they say that comes of them."""

import __main__
import difflib
import re
import sys
import traceback
from _code import code as _code
from _compiler import source_of as _source_of
from _sys import main as _main
from contextlib import redirect_stdout as _redirect_stdout
from doctest._parser import (
    OPTIONFLAGS_BY_NAME,
    DocTest,
    DocTestParser,
    Example,
    register_optionflag,
)
from io import StringIO as _StringIO

DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
COMPARISON_FLAGS = (
    DONT_ACCEPT_TRUE_FOR_1
    | DONT_ACCEPT_BLANKLINE
    | NORMALIZE_WHITESPACE
    | ELLIPSIS
    | SKIP
    | IGNORE_EXCEPTION_DETAIL
)
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."

_FILE = "program.py"
_LINE = "*" * 70


class TestResults(tuple):
    def __new__(cls, failed, attempted, *, skipped=0):
        results = super().__new__(cls, (failed, attempted))
        results.skipped = skipped
        return results

    @property
    def failed(self):
        return self[0]

    @property
    def attempted(self):
        return self[1]

    def __repr__(self):
        skipped = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self[0]}, attempted={self[1]}{skipped})"


class DebugRunnerError(Exception):
    def __init__(self, test, example):
        self.test, self.example = test, example

    def __str__(self):
        return str(self.test)


class DocTestFailure(DebugRunnerError):
    def __init__(self, test, example, got):
        super().__init__(test, example)
        self.got = got


class UnexpectedException(DebugRunnerError):
    def __init__(self, test, example, exc_info):
        super().__init__(test, example)
        self.exc_info = exc_info


def _indent(text, indent=4):
    return re.sub("(?m)^(?!$)", indent * " ", text)


class DocTestFinder:
    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser, self._verbose = parser or DocTestParser(), verbose
        self._recurse, self._exclude_empty = recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(
                    f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}"
                )
        globs = dict(vars(__main__)) if globs is None else globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, (_source_of(_FILE) or "").split("\n"), globs, set())
        tests.sort()
        return tests

    def _find(self, tests, obj, name, lines, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        if self._verbose:
            print(f"Finding tests in {name}")
        test = self._test(obj, name, lines, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if type(obj) is type(__main__):
            for at, value in vars(obj).items():
                value = _unwrapped(value)
                if _is_testable(value) and getattr(value, "__module__", None) == "__main__":
                    self._find(tests, value, f"{name}.{at}", lines, globs, seen)
            for at, value in getattr(obj, "__test__", {}).items():
                self._find(tests, value, f"{name}.__test__.{at}", lines, globs, seen)
        elif isinstance(obj, type):
            for at, value in vars(obj).items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                value = _unwrapped(value)
                if isinstance(value, property) or _is_testable(value) and value.__module__ == "__main__":
                    self._find(tests, value, f"{name}.{at}", lines, globs, seen)

    def _test(self, obj, name, lines, globs):
        docstring = obj if isinstance(obj, str) else getattr(obj, "__doc__", None) or ""
        if not docstring and self._exclude_empty:
            return None
        return self._parser.get_doctest(docstring, globs, name, _FILE, _line_of(obj, lines))


def _unwrapped(value):
    while hasattr(value, "__wrapped__"):
        value = value.__wrapped__
    return value


def _is_testable(value):
    return isinstance(value, type) or type(value) is type(_unwrapped)


def _line_of(obj, lines):
    # Where its docstring begins, from 0, as far as the source tells.
    if type(obj) is type(__main__):
        return 0
    line = None
    if isinstance(obj, property):
        obj = obj.fget
    if isinstance(obj, type):
        pattern = re.compile(rf"^\s*class\s*{re.escape(obj.__name__)}\b")
        line = next((at for at, text in enumerate(lines) if pattern.match(text)), None)
    elif hasattr(obj, "__code__"):
        line = obj.__code__.co_firstlineno - 1
    if line is not None:
        begins = re.compile(r"(^|.*:)\s*\w*(\"|')")
        for at in range(line, len(lines)):
            if begins.match(lines[at]):
                return at
    return None


class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._is_worth_a_diff(want, got, optionflags):
            wanted, gotten = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_NDIFF:
                kind, lines = "ndiff with -expected +actual", difflib.ndiff(wanted, gotten)
            elif optionflags & REPORT_UDIFF:
                lines = list(difflib.unified_diff(wanted, gotten, n=2))[2:]
                kind = "unified diff with -expected +actual"
            else:
                lines = list(difflib.context_diff(wanted, gotten, n=2))[2:]
                kind = "context diff with expected followed by actual"
            lines = [line.rstrip() + "\n" for line in lines]
            return f"Differences ({kind}):\n" + _indent("".join(lines))
        if want and got:
            return f"Expected:\n{_indent(want)}Got:\n{_indent(got)}"
        if want:
            return f"Expected:\n{_indent(want)}Got nothing\n"
        if got:
            return f"Expected nothing\nGot:\n{_indent(got)}"
        return "Expected nothing\nGot nothing\n"

    def _is_worth_a_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or want.count("\n") > 2 and got.count("\n") > 2


def _ellipsis_match(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    pieces = want.split(ELLIPSIS_MARKER)
    first, last = pieces[0], pieces[-1]
    start, end = len(first), len(got) - len(last)
    if not got.startswith(first) or not got.endswith(last) or start > end:
        return False
    for piece in pieces[1:-1]:
        start = got.find(piece, start, end)
        if start < 0:
            return False
        start += len(piece)
    return True


class DocTestRunner:
    DIVIDER = _LINE

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}

    def report_start(self, out, test, example):
        if self._verbose:
            expected = "Expecting:\n" + _indent(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + _indent(example.source) + expected)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        difference = self._checker.output_difference(example, got, self.optionflags)
        out(self._failure_header(test, example) + difference)

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = "".join(traceback.format_exception(*exc_info))
        out(self._failure_header(test, example) + "Exception raised:\n" + _indent(text))

    def _failure_header(self, test, example):
        line = "?"
        if test.lineno is not None and example.lineno is not None:
            line = test.lineno + example.lineno + 1
        place = f'File "{test.filename}", line {line}, in {test.name}'
        if not test.filename:
            place = f"Line {example.lineno + 1}, in {test.name}"
        return "\n".join([self.DIVIDER, place, "Failed example:", _indent(example.source)])

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        out = out or sys.stdout.write
        self.optionflags = self.original_optionflags
        failures = tries = skips = 0
        for number, example in enumerate(test.examples):
            self.optionflags = self.original_optionflags
            for flag, is_set in example.options.items():
                self.optionflags = self.optionflags | flag if is_set else self.optionflags & ~flag
            is_quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            tries += 1
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not is_quiet:
                self.report_start(out, test, example)
            exc_info, got = self._ran(test, number, example)
            outcome = self._outcome(example, exc_info, got)
            if outcome == "ok":
                if not is_quiet:
                    self.report_success(out, test, example, got)
                continue
            if not is_quiet and outcome == "failed":
                self.report_failure(out, test, example, got if exc_info is None else got + _told(exc_info))
            elif not is_quiet:
                self.report_unexpected_exception(out, test, example, exc_info)
            failures += 1
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = self.original_optionflags
        self._record(test, failures, tries, skips)
        if clear_globs:
            test.globs.clear()
        return TestResults(failures, tries, skipped=skips)

    def _ran(self, test, number, example):
        # What it raised, and what it printed.
        printed = _StringIO()
        with _redirect_stdout(printed):
            try:
                text = _code(example.source, f"<doctest {test.name}[{number}]>", "single", True)
                text.unit("both")(test.globs, test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException:
                return sys.exc_info(), _ended(printed)
        return None, _ended(printed)

    def _outcome(self, example, exc_info, got):
        check = self._checker.check_output
        if exc_info is None:
            return "ok" if check(example.want, got, self.optionflags) else "failed"
        if example.exc_msg is None:
            return "raised"
        told = _told(exc_info, False)
        if check(example.exc_msg, told, self.optionflags):
            return "ok"
        if self.optionflags & IGNORE_EXCEPTION_DETAIL:
            if check(_kind(example.exc_msg), _kind(told), self.optionflags):
                return "ok"
        return "failed"

    def _record(self, test, failures, tries, skips):
        known = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = (known[0] + failures, known[1] + tries, known[2] + skips)
        self.failures += failures
        self.tries += tries
        self.skips += skips

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        untested, passed, failed = [], [], []
        failures = tries = skips = 0
        for name, (failed_here, tried, skipped) in self._stats.items():
            failures, tries, skips = failures + failed_here, tries + tried, skips + skipped
            if tried == 0:
                untested.append(name)
            elif failed_here == 0:
                passed.append((name, tried))
            else:
                failed.append((name, (failed_here, tried)))
        if verbose:
            if untested:
                print(f"{_count(len(untested), 'item')} had no tests:")
                print("\n".join([f"    {name}" for name in sorted(untested)]))
            if passed:
                print(f"{_count(len(passed), 'item')} passed all tests:")
                print("\n".join([f" {count:3d} test{'' if count == 1 else 's'} in {name}" for name, count in sorted(passed)]))
        if failed:
            print(self.DIVIDER)
            print(f"{_count(len(failed), 'item')} had failures:")
            print("\n".join([f" {bad:3d} of {tried:3d} in {name}" for name, (bad, tried) in sorted(failed)]))
        if verbose:
            print(f"{_count(tries, 'test')} in {_count(len(self._stats), 'item')}.")
            print(f"{tries - failures} passed" + (f" and {failures} failed." if failures else "."))
        if failures:
            skipped = f" and {_count(skips, 'skipped test')}" if skips else ""
            print(f"***Test Failed*** {_count(failures, 'failure')}{skipped}.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries, skipped=skips)


class DebugRunner(DocTestRunner):
    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


def _count(number, what):
    return f"{number} {what}{'' if number == 1 else 's'}"


def _ended(printed):
    text = printed.getvalue()
    return text if not text or text.endswith("\n") else text + "\n"


def _told(exc_info, is_whole=True):
    if is_whole:
        return "".join(traceback.format_exception(*exc_info))
    return traceback.format_exception_only(*exc_info[:2])[-1]


def _kind(message):
    # The name of an exception's class, without its module and what it has to say.
    name = message.split("\n", 1)[0].split(":", 1)[0]
    return name.rsplit(".", 1)[-1].strip()


master = None


def testmod(
    m=None,
    name=None,
    globs=None,
    verbose=None,
    report=True,
    optionflags=0,
    extraglobs=None,
    raise_on_error=False,
    exclude_empty=False,
):
    global master
    m = _main() if m is None else m
    if type(m) is not type(__main__):
        raise TypeError(f"testmod: module required; {m!r}")
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    master = runner
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test)
