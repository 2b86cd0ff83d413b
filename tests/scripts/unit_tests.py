import asyncio
import logging
import unittest
import warnings


def setUpModule():
    print("module up")


def tearDownModule():
    print("module down")


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n=1):
        if n < 0:
            raise ValueError("negative: %d" % n)
        self.value += n
        return self.value


class CounterTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up", cls.__name__)
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("class down")

    def setUp(self):
        self.counter = Counter()
        self.addCleanup(print, "cleanup", self._testMethodName)

    def tearDown(self):
        print("down", self.id())

    def test_add(self):
        """Adding works.

        More."""
        self.assertEqual(self.counter.add(), 1)

    def test_raises(self):
        with self.assertRaises(ValueError) as caught:
            self.counter.add(-1)
        self.assertEqual(str(caught.exception), "negative: -1")
        self.assertRaisesRegex(ValueError, "neg.*", self.counter.add, -2)
        self.assertRaises(ValueError, self.counter.add, n=-2)

    def test_fails(self):
        self.assertEqual(self.counter.add(), 2, "not two")

    def test_error(self):
        {}["missing"]

    @unittest.skip("not now")
    def test_skipped(self):
        self.fail("never")

    @unittest.skipIf(True, "if")
    def test_skip_if(self):
        self.fail("never")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_skip_inside(self):
        self.skipTest("inside")

    def test_sub(self):
        for i in range(4):
            with self.subTest("even", i=i):
                self.assertEqual(i % 2, 0)
        with self.subTest(word="x"):
            raise KeyError("y")


MESSAGES = [
    lambda t: t.assertEqual([1, 2, 3], [1, 5, 3]),
    lambda t: t.assertEqual([1], [1, 2, 3]),
    lambda t: t.assertEqual((1, 2), (1,)),
    lambda t: t.assertEqual({"a": 1, "b": 2}, {"a": 1, "b": 3}),
    lambda t: t.assertEqual({1, 2}, {2, 3}),
    lambda t: t.assertEqual("one\ntwo\n", "one\n2\n"),
    lambda t: t.assertEqual("hello", "hallo"),
    lambda t: t.assertEqual("x" * 100 + "a", "x" * 100 + "b"),
    lambda t: t.assertEqual(1, "1"),
    lambda t: t.assertNotEqual(1, 1),
    lambda t: t.assertTrue([]),
    lambda t: t.assertFalse([0], "why"),
    lambda t: t.assertIs(1, None),
    lambda t: t.assertIsNot(None, None),
    lambda t: t.assertIsNone(5),
    lambda t: t.assertIsNotNone(None),
    lambda t: t.assertIn(1, [2]),
    lambda t: t.assertNotIn(2, [2]),
    lambda t: t.assertIsInstance(1, str),
    lambda t: t.assertNotIsInstance(1, int),
    lambda t: t.assertAlmostEqual(1.0, 1.1),
    lambda t: t.assertAlmostEqual(1.0, 2.0, delta=0.5),
    lambda t: t.assertNotAlmostEqual(1.0, 1.00000001),
    lambda t: t.assertLess(2, 1),
    lambda t: t.assertLessEqual(2, 1),
    lambda t: t.assertGreater(1, 2),
    lambda t: t.assertGreaterEqual(1, 2),
    lambda t: t.assertRegex("abc", "x+"),
    lambda t: t.assertNotRegex("abc", "b"),
    lambda t: t.assertCountEqual([1, 2, 2], [2, 1, 1]),
    lambda t: t.assertRaises(ValueError, int, "5"),
    lambda t: t.assertRaises((ValueError, KeyError), int, "5"),
    lambda t: t.assertRaisesRegex(ValueError, "xyz", int, "q"),
    lambda t: t.fail("plain"),
    lambda t: t.fail(),
    lambda t: t.assertSequenceEqual([1], (2,)),
    lambda t: t.assertDictEqual({}, {"k" * 50: list(range(20))}),
    lambda t: t.assertListEqual([], ()),
    lambda t: t.assertWarns(DeprecationWarning, int, "5"),
]


class MessageTest(unittest.TestCase):
    def test_messages(self):
        for each in MESSAGES:
            try:
                each(self)
            except AssertionError as error:
                print(error)

    def test_warns(self):
        with self.assertWarns(UserWarning) as caught:
            warnings.warn("careful")
        print(caught.warning)
        with self.assertWarnsRegex(RuntimeWarning, "ca.*"):
            warnings.warn("careful", RuntimeWarning)

    def test_logs(self):
        with self.assertLogs("app", "WARNING") as logs:
            logging.getLogger("app").warning("one %d", 1)
            logging.getLogger("app.sub").error("two")
            logging.getLogger("app").info("no")
        print(logs.output, len(logs.records))


@unittest.skip("whole class")
class SkippedClass(unittest.TestCase):
    def test_never(self):
        self.fail()


class BadSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no class")

    def test_never(self):
        pass


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("sync up")

    async def asyncSetUp(self):
        await asyncio.sleep(0)
        self.value = 5

    async def asyncTearDown(self):
        print("async down")

    async def test_value(self):
        await asyncio.sleep(0)
        self.assertEqual(self.value, 5)

    async def test_fails(self):
        await asyncio.sleep(0)
        self.assertEqual(self.value, 6)


if __name__ == "__main__":
    unittest.main()
