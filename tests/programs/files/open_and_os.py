import os, io, tempfile
d = tempfile.mkdtemp()
os.chdir(d)
with open("a.txt", "w") as f:
    print(f.write("hello\nwörld\n"), f.name, f.mode, f.encoding, f.closed)
    f.writelines(["x\n", "y"])
print(f.closed)
with open("a.txt") as f:
    print(f.read(3), f.readline(), f.tell(), list(f))
with open("a.txt", "rb") as f:
    print(f.read(), f.seek(0), f.readline(), f.read(2), f.tell(), f.seek(-1, 2), f.read())
with open("a.txt", "a") as f:
    f.write("!")
for line in open("a.txt"): print(repr(line), end=" ")
with open("b.bin", "wb+") as f:
    f.write(bytes(range(10))); f.seek(3); f.write(b"ab"); f.seek(0); print(f.read())
    f.truncate(4); f.seek(0); print(f.read())
for mode, name in [("r", "none"), ("x", "a.txt"), ("w", "no/such"), ("q", "a"), ("rb+w", "a"), ("r", d), ("rt+b", "a")]:
    try: open(name, mode)
    except (OSError, ValueError) as e: print(type(e).__name__, str(e).replace(d, "D"))
try: open("a.txt").write("x")
except io.UnsupportedOperation as e: print(e)
try: open("a.txt", "w").read()
except io.UnsupportedOperation as e: print(e)
try: open("b.bin", "wb").write("x")
except TypeError as e: print(e)
try: f.read()
except ValueError as e: print(e)
os.makedirs("p/q/r"); os.makedirs("p/q", exist_ok=True)
open("p/q/f1", "w").close(); open("p/f2", "w").write("123")
print(sorted(os.listdir()), sorted(os.listdir("p")), os.path.exists("p/q"), os.path.isdir("p"), os.path.isfile("p/f2"), os.path.getsize("p/f2"), os.stat("p/f2").st_size)
print(sorted((r, sorted(d), sorted(f)) for r, d, f in os.walk("p")))
for act in [lambda: os.mkdir("p"), lambda: os.rmdir("p"), lambda: os.remove("p"), lambda: os.remove("zz"), lambda: os.listdir("zz"), lambda: os.rmdir("p/f2"), lambda: os.listdir("p/f2"), lambda: os.stat("zz"), lambda: os.chdir("zz"), lambda: os.mkdir("n/n")]:
    try: act()
    except OSError as e: print(type(e).__name__, e, e.errno, e.filename)
os.rename("p", "n"); print(sorted(os.listdir("n/q")), sorted(e.name for e in os.scandir("n")))
os.remove("n/f2"); os.remove("n/q/f1"); os.removedirs("n/q/r"); print(os.path.exists("n"))
print(os.path.relpath("/a/b/c", "/a/d"), os.path.commonpath(["/a/b", "/a/c"]), os.path.splitext("a.tar.gz"), os.path.join("a", "b"), os.path.expandvars("$NOPE/x"))
with open("w.txt", "w", newline="\r\n") as f: f.write("a\nb\n")
print(open("w.txt", "rb").read(), open("w.txt").read(), repr(open("w.txt", newline="").read()))
with open("log.txt", "w") as f: print("printed", 1, file=f)
print(open("log.txt").read(), open("log.txt", encoding="latin-1"))
import shutil

shutil.rmtree(d)
