x, w, name = 3.14159, 10, "Bob"
d = {"a": 1, 'b': [1, 2]}
print(f"{x:{w}.{3}f}|{x:>{w}}|{name!r:>10}|{name!s:^9}|{name!a}")
print(f"{x=} {x = } {name=!r} {name=!s:>6} {d['a']=} {x=:.2f} { x = !r}")
print(f'{d["a"]} {{literal}} {"nested " + f"{x:.1f}"}')
print(f"{d['b'][0]:03d} {(lambda v: v * 2)(4)} {[i for i in range(3)]} { {1: 2}[1] }")
print(f"""multi
{name
}
{x:
>10.2f}""" if 0 else f"""multi
{name}
""")
print(rf"\d{x}\n", fr'{name}\t', f"\u00e9\x41{name}")
print(f"{1, 2} {*[1, 2], 3} {x if x > 3 else 0:.1f} {not x} {x != 3} {x == 3} {x >= 3!r:>6}")
print(f"{1000000:,} {255:#x} {255:08b} {-5:+d} {0.5:%} {1e10:g} {12345.678:_.2f} {'a':*^5} {3:<5}| {x:e}")
print(f"{name.upper()!r} {name[::-1]} {name * 2:>{len(name) * 3}}")
print("a" f"{x}" "b" f'{name}' r"\n")
print(f"{'':5}|{None}|{True:d}|{()}|{object.__name__}")
print(f"{x!r:^{w}}|{f'{x:.{2}f}':>{w}}")
print(f"{lambda_ if (lambda_ := 5) else 0}", lambda_)
print(f'{(y := 7)} {y}', f"{x:=+8.2f}")
class S:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{S()} {S()!r} {S()!s:>5} {[S()]} {S()=}")
def gen():
    x = yield f"{(yield 1)}"
    print(x)
g = gen(); print(next(g), g.send(5))
print(f"{x:{'>' if w else '<'}{w}}", f"{x:{w}{'.2f'}}")
