"""Files in memory, and what files are made of."""

import io
s = io.StringIO("one\ntwo\r\nthree")
print(s.readline(), s.read(), s.tell(), s.getvalue())
s = io.StringIO(); s.write("a"); s.write("b\n"); print(s.getvalue(), s.tell()); s.seek(0); s.write("X"); print(repr(s.getvalue()))
s.seek(5); s.write("z"); print(repr(s.getvalue())); print(s.truncate(2), repr(s.getvalue()))
b = io.BytesIO(b"12345"); print(b.read(2), b.read(), b.read(), b.seek(-2, 2), b.read(1)); b.seek(8); b.write(b"xy"); print(b.getvalue())
x = bytearray(3); b.seek(0); print(b.readinto(x), x, b.getbuffer()[0])
print(list(io.StringIO("a\nb")), io.BytesIO(b"q\nw").readlines(), b.readable(), b.seekable(), b.isatty(), b.closed)
for f in (lambda: io.StringIO(3), lambda: io.BytesIO("x"), lambda: b.write("x"), lambda: io.StringIO().write(b"x"), lambda: b.fileno(), lambda: b.seek(-1), lambda: io.StringIO().seek(-1)):
    try: print(f())
    except (TypeError, ValueError, OSError) as e: print(type(e).__name__, e)
b.close()
try: b.read()
except ValueError as e: print(e)
class F(io.IOBase):
    def write(self, t): print("write", len(t))
    def writable(self): return True
print("abc", file=F())
class R(io.RawIOBase):
    def __init__(self): self.d = b"hello\nworld"; self.n = 0
    def readable(self): return True
    def readinto(self, into):
        part = self.d[self.n:self.n+len(into)]; into[:len(part)] = part; self.n += len(part); return len(part)
print(R().read(3), R().readall(), R().readline(), R().readlines())
with io.StringIO("q") as f: print(f.read())
print(io.StringIO("a\r\nb", newline=None).read().encode(), io.StringIO("a\nb", newline="\r\n").getvalue().encode())
