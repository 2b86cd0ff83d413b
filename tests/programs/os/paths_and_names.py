import os
import os.path
import platform
import sysconfig
from os.path import basename, join

print(join("a", "b", "c"), join("a/", "b"), join("a", "/b"), join("", "b"), join("a", ""))
for path in ["/a/b/c.txt", "c.tar.gz", ".bashrc", "/a/.x/", "a", "", "/", "//a", "a/..b", "..a.b"]:
    print(os.path.split(path), basename(path), os.path.dirname(path), os.path.splitext(path))
    print(os.path.normpath(path), os.path.isabs(path))
for path in ["a/../b", "/../a", "a/./b//c", "../../a", "a/../..", "///a"]:
    print(os.path.normpath(path))
print(os.sep, repr(os.linesep), os.name, os.curdir, os.pardir, os.pathsep)
print(os.path.exists("/no/such/file"), os.path.isfile("/no/such"), os.path.commonprefix(["abc", "abd"]))
print(os.cpu_count() >= 1, isinstance(os.getpid(), int), isinstance(os.getcwd(), str))
print(os.getenv("NO_SUCH_VARIABLE"), os.environ.get("NO_SUCH_VARIABLE", "default"))
print(len(os.sched_getaffinity(0)) >= 1, platform.system(), len(platform.python_version_tuple()))
print(platform.python_version().split(".")[0], isinstance(platform.machine(), str))
print(sysconfig.get_config_var("Py_GIL_DISABLED") in (0, 1, None), sysconfig.get_config_var("no such"))
try:
    join("a", 1)
except TypeError as error:
    print("not text")
