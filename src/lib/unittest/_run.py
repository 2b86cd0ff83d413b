"""Finds tests, runs them, and tells what came of them."""

import sys
import time
import traceback as _traceback
from _sys import main as _main
from unittest._case import SkipTest, TestCase, doModuleCleanups


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return f"<unittest.suite.TestSuite tests={self._tests!r}>"

    def _flat(self):
        for test in self._tests:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def run(self, result, debug=False):
        module = _Fixture(result, "module", _main())
        current = _Fixture(result, "class", None)
        for test in self._flat():
            if result.shouldStop:
                break
            if type(test) is not current.owner:
                current.leave()
                current = _Fixture(result, "class", type(test))
            module.enter()
            if module.is_good:
                current.enter()
            if module.is_good and current.is_good:
                test(result)
        current.leave()
        module.leave()
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self._flat():
            test.debug()


class _Fixture:
    """What is set up once for a module or a class."""

    def __init__(self, result, kind, owner):
        self._result, self._kind, self.owner = result, kind, owner
        self._is_entered, self.is_good = False, True

    def _call(self, name):
        function = getattr(self.owner, name, None)
        if function is None or self._kind == "class" and getattr(self.owner, "__unittest_skip__", False):
            return True
        try:
            function()
        except SkipTest as error:
            self._result.addSkip(_Holder(self._described(name)), str(error))
            return False
        except Exception as error:
            self._result.addError(_Holder(self._described(name)), (type(error), error, error.__traceback__))
            return False
        return True

    def _described(self, name):
        if self._kind == "module":
            return f"{name} (__main__)"
        return f"{name} ({self.owner.__module__}.{self.owner.__qualname__})"

    def enter(self):
        if not self._is_entered and self.owner is not None:
            self._is_entered = True
            self.is_good = self._call("setUpClass" if self._kind == "class" else "setUpModule")
            if not self.is_good:
                self._clean()

    def leave(self):
        if self._is_entered and self.is_good:
            self._call("tearDownClass" if self._kind == "class" else "tearDownModule")
            self._clean()

    def _clean(self):
        if self._kind == "module":
            doModuleCleanups()
        elif hasattr(self.owner, "doClassCleanups"):
            self._call("doClassCleanups")


class _Holder:
    """Stands for a test where something failed that is none."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description


class TestResult:
    _is_verbose = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
        self.testsRun, self.failfast, self.shouldStop, self.buffer = 0, False, False, False

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def _told(self, error):
        return "".join(_traceback.format_exception(*error))

    def _failed(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._told(err)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._told(err)))
        self._failed()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            kept = self.failures if issubclass(err[0], test.failureException) else self.errors
            kept.append((subtest, self._told(err)))
            self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._told(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((f"{test}", elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        counts = f"run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}"
        return f"<unittest.result.TestResult {counts}>"


TestCase.defaultTestResult = lambda self: TestResult()


class TextTestResult(TestResult):
    separator1, separator2 = "=" * 70, "-" * 70

    def __init__(self, stream, descriptions, verbosity, **options):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.showAll, self.dots = stream, verbosity > 1, verbosity == 1
        self.descriptions = descriptions
        self._has_new_line = True

    def getDescription(self, test):
        short = test.shortDescription()
        return f"{test}\n{short}" if self.descriptions and short else f"{test}"

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f"{self.getDescription(test)} ... ")
            self.stream.flush()
            self._has_new_line = False

    def _tell(self, test, word, letter):
        if self.showAll:
            if self._has_new_line:
                is_sub = hasattr(test, "_case")
                self.stream.write(f"{'  ' if is_sub else ''}{self.getDescription(test)} ... ")
            self.stream.write(f"{word}\n")
            self._has_new_line = True
        elif self.dots:
            self.stream.write(letter)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            is_failure = issubclass(err[0], subtest.failureException)
            if self.showAll and not self._has_new_line:
                self.stream.write("\n")
                self._has_new_line = True
            self._tell(subtest, "FAIL" if is_failure else "ERROR", "F" if is_failure else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write("\n")
        for flavour, errors in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in errors:
                self.stream.write(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n{text}\n")
        if self.unexpectedSuccesses:
            self.stream.write(f"{self.separator1}\n")
            for test in self.unexpectedSuccesses:
                self.stream.write(f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n")
        self.stream.flush()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(
        self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
        warnings=None, *, tb_locals=False, durations=None,
    ):  # fmt: skip
        self.stream = sys.stderr if stream is None else stream
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        took = time.perf_counter() - start
        result.printErrors()
        write, run = self.stream.write, result.testsRun
        write(f"{result.separator2}\nRan {run} test{'' if run == 1 else 's'} in {took:.3f}s\n\n")
        counts = [
            ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
            ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses),
        ]  # fmt: skip
        told = ", ".join([f"{name}={len(each)}" for name, each in counts if each])
        word = "FAILED" if not result.wasSuccessful() else "NO TESTS RAN" if run == 0 and not result.skipped else "OK"
        write(f"{word} ({told})\n" if told else f"{word}\n")
        self.stream.flush()
        return result


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite
    testNamePatterns = None

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        names = set()
        for base in testCaseClass.__mro__:
            if base is not object:
                names.update([name for name in vars(base) if name.startswith(self.testMethodPrefix)])
        return sorted([name for name in names if callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in sorted(vars(module)):
            value = getattr(module, name, None)
            if isinstance(value, type) and issubclass(value, TestCase) and value.__module__ == "__main__":
                tests.append(self.loadTestsFromTestCase(value))
        suite = self.suiteClass(tests)
        load = getattr(module, "load_tests", None)
        return suite if load is None else load(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        value = _main() if module is None else module
        parent = None
        for part in name.split("."):
            if part != "__main__":
                parent, value = value, getattr(value, part)
        if isinstance(value, type) and issubclass(value, TestCase):
            return self.loadTestsFromTestCase(value)
        if isinstance(parent, type):
            return self.suiteClass([parent(name.rpartition(".")[2])])
        return self.loadTestsFromModule(value) if value is _main() else value()

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()
