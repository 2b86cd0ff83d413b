"""Tests that are coroutines."""

import asyncio as _asyncio
from _asyncio import makes_coroutines as _makes_coroutines
from unittest._case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._runner = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        entered = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return entered

    def _run(self, function, *args, **kwargs):
        made = function(*args, **kwargs)
        return self._runner.run(made) if _makes_coroutines(function) else made

    def _call_setup(self):
        self._runner = _asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        self._runner.get_loop()
        self.setUp()
        self._run(self.asyncSetUp)

    def _call_test(self, method):
        self._run(method)

    def _call_teardown(self):
        self._run(self.asyncTearDown)
        self.tearDown()

    def _call_cleanup(self, function, args, kwargs):
        self._run(function, *args, **kwargs)

    def _finish(self):
        self._runner.close()
