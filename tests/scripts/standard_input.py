import sys
import io

print(sys.argv[1:], len(sys.orig_argv))
name = input("Who? ")
print("hello", repr(name))
print(sys.stdin.readline(3), sys.stdin.readline())
for line in sys.stdin:
    print(repr(line))
    if line.startswith("c"):
        break
print(repr(sys.stdin.read(4)), repr(sys.stdin.read()), sys.stdin.readlines())
try:
    input()
except EOFError as e:
    print("EOF", e)
sys.stdin = io.StringIO("one\ntwo")
print(input("> "), input())

