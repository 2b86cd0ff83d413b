import sys
from sys import version_info

print(version_info >= (3, 8), version_info > (2, 7), version_info < (4,), version_info[0], len(version_info))
print(sys.version_info.major, sys.version_info[:1], tuple(sys.version_info)[0])
print(sys.platform, sys.byteorder, sys.maxsize, sys.maxunicode, len(sys.argv), type(sys.argv))
print(sys.version.split(".")[0], sys.getdefaultencoding(), sys.getrecursionlimit())
print(sys.getsizeof([]) > 0, sys.getsizeof("x" * 1000) > 1000, sys.getsizeof(list(range(1000))) > 4000)
print(sys.intern("abc") == "abc")
values = []
print(sys.getrefcount(values) > 1)


def handled():
    kind, error, traceback = sys.exc_info()
    return kind, error, traceback is None


print(handled())
try:
    try:
        raise ValueError("first")
    except ValueError:
        print(handled())
        raise KeyError("second")
except KeyError:
    print(handled())
print(handled(), sys.exception())
