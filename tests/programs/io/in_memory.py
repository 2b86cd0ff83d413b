import io
from contextlib import redirect_stdout

f = io.StringIO()
print("a", 1, file=f)
f.write("two\nthree")
print(repr(f.getvalue()), f.tell(), f.read() == "", f.seek(0), f.readline(), f.read(3), f.readlines())
f.seek(2)
f.write("XX")
print(repr(f.getvalue()), [line for line in io.StringIO("x\ny\n")])
with io.StringIO("abc") as g:
    print(g.read(2), g.read(), g.closed)
print(g.closed)
with redirect_stdout(io.StringIO()) as out:
    print("hidden")
print(repr(out.getvalue()))
b = io.BytesIO(b"ab\ncd")
print(b.read(1), b.readline(), b.getvalue(), b.seek(0, 2), b.write(b"!"), b.getvalue(), b.truncate(2), b.getvalue())
for bad in [lambda: g.read(), lambda: f.write(1), lambda: b.write("x")]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)
