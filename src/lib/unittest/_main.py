"""`unittest.main()`"""

import sys
from _sys import main as _main
from unittest._run import TextTestRunner, defaultTestLoader


class TestProgram:
    """Runs the tests of a module and ends the program with what that means for a shell."""

    def __init__(
        self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
        verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None,
    ):  # fmt: skip
        self.module = _main() if isinstance(module, str) else module
        self.testLoader, self.exit, self.verbosity, self.failfast = testLoader, exit, verbosity, bool(failfast)
        names = []
        for option in (sys.argv if argv is None else argv)[1:]:
            if option in ("-v", "--verbose"):
                self.verbosity = 2
            elif option in ("-q", "--quiet"):
                self.verbosity = 0
            elif option in ("-f", "--failfast"):
                self.failfast = True
            elif not option.startswith("-"):
                names.append(option)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast)
        self.result = runner.run(self.test)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(0 if self.result.wasSuccessful() else 1)
