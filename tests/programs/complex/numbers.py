"""Complex numbers and their functions."""

import cmath, math
print(1j, 1+2j, -1j, 0j, -0j, (1-2j), 1.5j, complex(1), complex(-0.0, 1), complex(1, -0.0), complex("1+2j"), complex("-j"), complex("nan+infj"))
z = 3+4j
print(abs(z), z.real, z.imag, z.conjugate(), z*z, z/2, 2/z, z**2, z**0.5, 2**z, z-1, 1-z, -z, +z, z == 3, 3+0j == 3, z != 1, bool(0j))
print(hash(1+0j), hash(z), {1: "a"}[1+0j], repr(complex("inf")), f"{z}", f"{z:.2f}", f"{z:>12}", f"{1.5+2j:g}", type(z), isinstance(z, complex))
for f in ("sqrt","exp","log","phase","polar","sin","cos","tan","sinh","cosh","tanh","asin","acos","atan","asinh","acosh","atanh","log10"):
    v = getattr(cmath, f)(1+2j)
    r = lambda w: f"{w.real:.9g},{w.imag:.9g}" if isinstance(w, (float, complex)) else str(w)
    print(f, r(v) if not isinstance(v, tuple) else [r(w) for w in v])
for g in (lambda: 1j < 2, lambda: 1j // 2, lambda: int(1j), lambda: float(1j), lambda: complex("x"), lambda: complex([]), lambda: 1j/0, lambda: 1j % 2, lambda: divmod(1j, 2), lambda: z.foo, lambda: complex(1,"2")):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
print(sum([1j, 2]), complex(), [1j] == [1j], 1j in [1j], max([abs(1j), 2]))
class C:
    def __complex__(self): return 5j
print(complex(C()), round(abs(1e200+1e200j)/1e200, 3))
