"""Tests of a program, in its own words."""

from unittest._case import FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, expectedFailure
from unittest._case import skip, skipIf, skipUnless
from unittest._main import TestProgram
from unittest._run import TestLoader, TestResult, TestSuite, TextTestResult, TextTestRunner, defaultTestLoader

main = TestProgram
