"""A test, and all that it can assert."""

import logging
import re as _re
import warnings as _warnings
from difflib import ndiff as _ndiff
from pprint import pformat as _pformat

_MOST = 80
_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class SkipTest(Exception):
    pass


def _skipped(reason):
    def decorate(test):
        if not isinstance(test, type):
            test = _wrapper_of(test, reason)
        test.__unittest_skip__, test.__unittest_skip_why__ = True, reason
        return test

    return decorate


def _wrapper_of(test, reason):
    def skip_wrapper(*args, **kwargs):
        raise SkipTest(reason)

    skip_wrapper.__name__, skip_wrapper.__doc__ = test.__name__, test.__doc__
    return skip_wrapper


def skip(reason=""):
    if callable(reason):
        return _skipped("")(reason)
    return _skipped(reason)


def _same(test):
    return test


def skipIf(condition, reason):
    return _skipped(reason) if condition else _same


def skipUnless(condition, reason):
    return _same if condition else _skipped(reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def _repr(value, is_short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text[:_MOST] + " [truncated]..." if is_short and len(text) >= _MOST else text


def _shortened(text, before, behind):
    skipped = len(text) - before - behind
    return f"{text[:before]}[{skipped} chars]{text[len(text) - behind:]}" if skipped > 12 else text


def _both(first, second):
    """Two values in lines that are not too long: what they begin with alike is left out."""
    texts = [_repr(first), _repr(second)]
    longest = max([len(text) for text in texts])
    if longest <= _MOST:
        return tuple(texts)
    common = 0
    while common < min([len(text) for text in texts]) and texts[0][common] == texts[1][common]:
        common += 1
    prefix = texts[0][:common]
    room = _MOST - (longest - common + 5 + 12)
    if room > 5:
        prefix = _shortened(prefix, 5, room)
        return tuple([prefix + text[common:] for text in texts])
    prefix = _shortened(prefix, 5, 5)
    return tuple([prefix + _shortened(text[common:], 41, 5) for text in texts])


def _counted(first, second):
    """What is in one of two iterables more often: counts there, counts here, and what."""
    first, second = list(first), list(second)
    found = []
    for own, other, is_first in ((first, second, True), (second, first, False)):
        for item in own:
            if any([item == known for _, _, known in found]):
                continue
            mine = len([each for each in own if each == item])
            others = len([each for each in other if each == item])
            if mine != others:
                found.append((mine, others, item) if is_first else (others, mine, item))
    return found


class _Raises:
    """`with self.assertRaises(…) as context`"""

    def __init__(self, test, expected, pattern, msg):
        self._test, self.expected, self._msg = test, expected, msg
        self._pattern = _re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.exception, self._by = None, ""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        names = self.expected
        if isinstance(names, tuple):
            shown = ", ".join([each.__name__ for each in names])
            shown = repr(names) if len(names) != 1 else shown
        else:
            shown = names.__name__
        if error is None:
            self._fail(f"{shown} not raised{self._by}")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error
        if self._pattern is not None and not self._pattern.search(str(error)):
            self._fail(f'"{self._pattern.pattern}" does not match "{error}"')
        return True

    def _fail(self, text):
        raise self._test.failureException(self._test._formatMessage(self._msg, text))


class _Warns(_Raises):
    def __enter__(self):
        self._catcher = _warnings.catch_warnings(record=True)
        self._caught = self._catcher.__enter__()
        _warnings.simplefilter("always")
        return self

    def __exit__(self, kind, error, traceback):
        self._catcher.__exit__(kind, error, traceback)
        if error is not None:
            return False
        self.warnings, name = self._caught, getattr(self.expected, "__name__", f"{self.expected}")
        matching = [each for each in self._caught if issubclass(each.category, self.expected)]
        for each in matching:
            if self._pattern is None or self._pattern.search(str(each.message)):
                self.warning, self.filename, self.lineno = each.message, each.filename, each.lineno
                return False
        if matching:
            self._fail(f'"{self._pattern.pattern}" does not match "{matching[0].message}"')
        self._fail(f"{name} not triggered{self._by}")


class _Logs:
    """`with self.assertLogs(…) as records`"""

    def __init__(self, test, logger, level, is_wanted):
        self._test, self._is_wanted = test, is_wanted
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = logging.INFO if level is None else level
        if isinstance(self._level, str):
            self._level = logging.getLevelNamesMapping()[self._level]
        self.records, self.output = [], []
        self._handler = _capturing(logging.Handler, self)

    def __enter__(self):
        logger = self._logger
        self._known = logger.handlers, logger.level, logger.propagate
        logger.handlers, logger.propagate = [self._handler], False
        logger.setLevel(self._level)
        return self

    def __exit__(self, kind, error, traceback):
        self._logger.handlers, level, self._logger.propagate = self._known
        self._logger.setLevel(level)
        if kind is not None:
            return False
        name = self._logger.name
        if self._is_wanted and not self.records:
            text = f"no logs of level {logging.getLevelName(self._level)} or higher triggered on {name}"
            raise self._test.failureException(text)
        if not self._is_wanted and self.records:
            raise self._test.failureException(f"Unexpected logs found: {self.output!r}")


def _capturing(kind, logs):
    handler = kind()

    def emit(record):
        logs.records.append(record)
        logs.output.append(f"{record.levelname}:{record.name}:{record.getMessage()}")

    handler.emit = emit
    handler.handle = emit
    return handler


class _Outcome:
    """What becomes of the parts of a test."""

    def __init__(self, result):
        self.result, self.success, self.expects_failure, self.failure = result, True, False, None

    def run(self, test, function, *args, is_sub=False):
        was_good, self.success = self.success, True
        try:
            function(*args)
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self.success = False
            self.result.addSkip(test, str(error))
        except BaseException as error:
            info = (type(error), error, error.__traceback__)
            self.success = False
            if self.expects_failure:
                self.failure = info
            elif is_sub:
                self.result.addSubTest(test._case, test, info)
            elif isinstance(error, test.failureException):
                self.result.addFailure(test, info)
            else:
                self.result.addError(test, info)
        is_good, self.success = self.success, self.success and was_good
        return is_good


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = _MOST * 8
    _class_cleanups = ()

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {type(self)}: {methodName}")
            self._testMethodDoc = "No test"
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups, self._outcome, self._sub = [], None, None
        self._equalities = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
            frozenset: "assertSetEqual", str: "assertMultiLineEqual",
        }  # fmt: skip

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups = [*cls._class_cleanups, (function, args, kwargs)]

    @classmethod
    def doClassCleanups(cls):
        cleanups, cls._class_cleanups = list(cls._class_cleanups), ()
        while cleanups:
            function, args, kwargs = cleanups.pop()
            function(*args, **kwargs)

    @classmethod
    def enterClassContext(cls, cm):
        entered = cm.__enter__()
        cls.addClassCleanup(cm.__exit__, None, None, None)
        return entered

    def addTypeEqualityFunc(self, typeobj, function):
        self._equalities[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        entered = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return entered

    def countTestCases(self):
        return 1

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        kind = f"{type(self).__module__}.{type(self).__qualname__}"
        return f"{self._testMethodName} ({kind}.{self._testMethodName})"

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>"

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    def _call_setup(self):
        self.setUp()

    def _call_test(self, method):
        if method() is not None:
            _warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning)

    def _call_teardown(self):
        self.tearDown()

    def _call_cleanup(self, function, args, kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            outcome.run(self, self._call_cleanup, *self._cleanups.pop())
        return outcome.success

    def run(self, result=None):
        if result is None:
            result = self.defaultTestResult()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for each in (type(self), method):
                if getattr(each, "__unittest_skip__", False):
                    result.addSkip(self, each.__unittest_skip_why__)
                    return result
            outcome = self._outcome = _Outcome(result)
            expects = getattr(self, "__unittest_expecting_failure__", False)
            expects = expects or getattr(method, "__unittest_expecting_failure__", False)
            if outcome.run(self, self._call_setup):
                outcome.expects_failure = expects
                outcome.run(self, self._call_test, method)
                outcome.expects_failure = False
                outcome.run(self, self._call_teardown)
            self.doCleanups()
            self._finish()
            if outcome.success:
                if expects:
                    result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
            elif outcome.failure is not None:
                result.addExpectedFailure(self, outcome.failure)
            return result
        finally:
            self._outcome = None
            result.stopTest(self)

    def _finish(self):
        pass

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self._call_setup()
        self._call_test(getattr(self, self._testMethodName))
        self._call_teardown()

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _fail(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def _differs(self, msg, text, lines):
        diff = "\n" + "\n".join(lines)
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = _OMITTED % len(diff)
        self._fail(msg, text + diff)

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{_repr(expr)} is not true")

    def assertEqual(self, first, second, msg=None):
        function = self._equalities.get(type(first)) if type(first) is type(second) else None
        if function is not None:
            (getattr(self, function) if isinstance(function, str) else function)(first, second, msg=msg)
        elif not first == second:
            self._fail(msg, "%s != %s" % _both(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{_repr(first)} == {_repr(second)}")

    def _is_almost(self, first, second, places, delta):
        """Are they; and what the bound is, in words."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f"within {_repr(delta)} delta ({_repr(difference)} difference)"
        places = 7 if places is None else places
        return round(difference, places) == 0, f"within {places!r} places ({_repr(difference)} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        is_almost, bound = self._is_almost(first, second, places, delta)
        if not is_almost:
            self._fail(msg, f"{_repr(first)} != {_repr(second)} {bound}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        is_almost, bound = self._is_almost(first, second, places, delta)
        if first == second or is_almost:
            bound = bound if delta is not None else bound.partition(" (")[0]
            self._fail(msg, f"{_repr(first)} == {_repr(second)} {bound}")

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = "sequence"
        if seq_type is not None:
            name = seq_type.__name__
            for what, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{what} sequence is not a {name}: {_repr(seq)}")
        if seq1 == seq2:
            return
        text = "%ss differ: %s != %s\n" % (name.capitalize(), *_both(seq1, seq2))
        for at in range(min(len(seq1), len(seq2))):
            if seq1[at] != seq2[at]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % (at, *_both(seq1[at], seq2[at]))
                break
        for what, longer, shorter in (("First", seq1, seq2), ("Second", seq2, seq1)):
            more = len(longer) - len(shorter)
            if more > 0:
                text += f"\n{what} {name} contains {more} additional elements.\n"
                text += f"First extra element {len(shorter)}:\n{_repr(longer[len(shorter)])}\n"
        self._differs(msg, text, _ndiff(_pformat(seq1).splitlines(), _pformat(seq2).splitlines()))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for first, second, names in ((set1, set2, ("first", "second")), (set2, set1, ("second", "first"))):
            more = first.difference(second)
            if more:
                lines.append(f"Items in the {names[0]} set but not the {names[1]}:")
                lines.extend([repr(item) for item in more])
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        for what, value in (("First", d1), ("Second", d2)):
            self.assertIsInstance(value, dict, f"{what} argument is not a dictionary")
        if d1 != d2:
            lines = _ndiff(_pformat(d1).splitlines(), _pformat(d2).splitlines())
            self._differs(msg, "%s != %s" % _both(d1, d2), lines)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        text = "%s != %s" % _both(first, second)
        if len(first) > 2**16 or len(second) > 2**16:
            self._fail(msg, text)
        lines = [first.splitlines(True), second.splitlines(True)]
        if len(lines[0]) == 1 and first.strip("\r\n") == first:
            lines = [[first + "\n"], [f"{second}\n"] if len(lines[1]) == 1 else lines[1]]
        self._differs(msg, text, ["".join(_ndiff(*lines))])

    def assertCountEqual(self, first, second, msg=None):
        found = _counted(first, second)
        if found:
            lines = [f"First has {mine}, Second has {other}:  {item!r}" for mine, other, item in found]
            self._fail(msg, "Element counts were not equal:\n" + "\n".join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{_repr(member)} not found in {_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{_repr(member)} unexpectedly found in {_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{_repr(expr1)} is not {_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{_repr(a)} not less than {_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{_repr(a)} not less than or equal to {_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{_repr(a)} not greater than {_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{_repr(a)} not greater than or equal to {_repr(b)}")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{_repr(obj)} is an instance of {cls!r}")

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not issubclass(cls, superclass):
            self._fail(msg, f"{_repr(cls)} is not a subclass of {superclass!r}")

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if issubclass(cls, superclass):
            self._fail(msg, f"{_repr(cls)} is a subclass of {superclass!r}")

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            self._fail(msg, f"{type(obj).__name__!r} object has no attribute {name!r}")

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self._fail(msg, f"{type(obj).__name__!r} object has unexpected attribute {name!r}")

    def assertStartsWith(self, s, prefix, msg=None):
        if not s.startswith(prefix):
            self._fail(msg, f"{_repr(s, True)} doesn't start with {_repr(prefix)}")

    def assertNotStartsWith(self, s, prefix, msg=None):
        if s.startswith(prefix):
            self._fail(msg, f"{_repr(s, True)} starts with {_repr(prefix)}")

    def assertEndsWith(self, s, suffix, msg=None):
        if not s.endswith(suffix):
            self._fail(msg, f"{_repr(s, True)} doesn't end with {_repr(suffix)}")

    def assertNotEndsWith(self, s, suffix, msg=None):
        if s.endswith(suffix):
            self._fail(msg, f"{_repr(s, True)} ends with {_repr(suffix)}")

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _re.compile(expected_regex)
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _re.compile(unexpected_regex)
        match = pattern.search(text)
        if match:
            self._fail(msg, f"Regex matched: {text[match.start():match.end()]!r} matches {pattern.pattern!r} in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _attempted(_Raises(self, expected_exception, None, kwargs.pop("msg", None)), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _attempted(_Raises(self, expected_exception, expected_regex, kwargs.pop("msg", None)), args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _attempted(_Warns(self, expected_warning, None, kwargs.pop("msg", None)), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _attempted(_Warns(self, expected_warning, expected_regex, kwargs.pop("msg", None)), args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)


def _attempted(context, args, kwargs):
    if not args:
        return context
    function, *args = args
    context._by = f" by {getattr(function, '__name__', function)}"
    with context:
        function(*args, **kwargs)
    return None


class _SubTest:
    """A part of a test, by its parameters."""

    def __init__(self, case, message, params):
        self._case, self._message, self.params = case, message, params
        self.failureException = case.failureException

    def _description(self):
        parts = [] if self._message is None else [f"[{self._message}]"]
        if self.params:
            parts.append(f"({', '.join([f'{name}={value!r}' for name, value in self.params.items()])})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self._case.id()} {self._description()}"

    def shortDescription(self):
        return self._case.shortDescription()

    def __str__(self):
        return f"{self._case} {self._description()}"


class _SubTestContext:
    def __init__(self, case, message, params):
        outer = case._sub
        self._case, self._outer = case, outer
        self._sub = _SubTest(case, message, {**(outer.params if outer is not None else {}), **params})

    def __enter__(self):
        self._case._sub = self._sub

    def __exit__(self, kind, error, traceback):
        case, outcome = self._case, self._case._outcome
        case._sub = self._outer
        if error is None:
            if outcome is not None:
                outcome.result.addSubTest(case, self._sub, None)
            return False
        if outcome is None or isinstance(error, KeyboardInterrupt):
            return False
        if isinstance(error, SkipTest):
            outcome.result.addSkip(self._sub, str(error))
            return True
        outcome.success = False
        if outcome.expects_failure:
            outcome.failure = (kind, error, traceback)
        else:
            outcome.result.addSubTest(case, self._sub, (kind, error, traceback))
        return not outcome.result.failfast


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        self._function, self._before, self._behind, self._description = testFunc, setUp, tearDown, description
        super().__init__()

    def setUp(self):
        if self._before is not None:
            self._before()

    def tearDown(self):
        if self._behind is not None:
            self._behind()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return f"{type(self).__qualname__} ({self._function.__name__})"
