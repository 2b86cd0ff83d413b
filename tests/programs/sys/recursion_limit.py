import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def deepest(n=0):
    try:
        return deepest(n + 1)
    except RecursionError:
        return n


try:
    depth(3000)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(5000)
print(depth(3000), sys.getrecursionlimit())
sys.setrecursionlimit(200)
print(deepest() <= 200, sys.getrecursionlimit())
for wrong in (0, -1, "1", 1):
    try:
        sys.setrecursionlimit(wrong)
    except Exception as error:
        print(type(error).__name__, str(error).partition(" at ")[0])
print(sys.float_info.max, sys.float_info.epsilon, sys.int_info[0], sys.hash_info.width, sys.float_info.dig)
sys.stdout.writelines(["one\n", "two\n"])
sys.stdout.writelines(line for line in ("three\n",))
