import random, copy
from decimal import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal,
    DivisionByZero, InvalidOperation, getcontext, localcontext,
)
D = Decimal
print(D("1.10") + D("2.2"), D("1.1") * 3, D(1) / D(3), D("7") // D("2"), D("-7") % D("3"), divmod(D("-7"), 2), D(2) ** 10, D(2) ** D("0.5"), D("1.5") ** -3, -D("1.5"), abs(D("-2")), +D("1.00"))
print(D("0.1") + D("0.2") == D("0.3"), D("1.0") == 1, D("0.5") == 0.5, D("1.5") < 2, hash(D("1.50")) == hash(1.5), hash(D(5)) == hash(5), sorted([D("2"), D("1.5"), D("-3")]), sum([D("0.1")] * 10), max(D(1), D(2)))
for t in ["1", "-0", "1E+3", "1.23E-10", "0.000001", "0.0000001", "12345678901234567890.123", "Infinity", "-inf", "NaN", "1e1000", "00.10", " 5 ", "1_000"]: print(D(t), repr(D(t)), D(t).as_tuple(), D(t).to_eng_string(), D(t).adjusted())
print(D(0.1), D.from_float(0.5), D((1, (1, 2, 3), -2)), float(D("1.25")), int(D("-1.9")), round(D("2.675"), 2), round(D("2.5")), D("3.7").__floor__(), D("3.2").__ceil__())
for r in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    print(r, [str(D(x).quantize(D("0.1"), rounding=r)) for x in ("1.25", "1.35", "-1.25", "1.21", "-1.29", "1.05")])
getcontext().prec = 6; print(D(1) / D(7), D("123456789") + 1, D(2).sqrt(), D(10).ln(), D(1).exp(), D(100).log10(), D("2").log10(), D("0.001").ln())
getcontext().prec = 50; print(D(2).sqrt(), D(1).exp(), D(2).ln(), D(3) ** D("0.3"), D("1.0000001").ln(), D(16).sqrt(), D("0.25").sqrt())
getcontext().prec = 28
with localcontext() as c: c.prec = 5; print(D(1) / 3)
print(D(1) / 3, getcontext())
for act in [lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("x"), lambda: D("NaN") < 1, lambda: D(-1).sqrt(), lambda: D("Infinity") - D("Infinity"), lambda: D(None), lambda: int(D("NaN")), lambda: D(5) % 0, lambda: D(5) // 0, lambda: D("1e999999") * 10, lambda: D("1").quantize(D("1e-30"))]:
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
for v in ["1234.5678", "-0.005", "1e10", "0", "12345678.9"]:
    print([format(D(v), f) for f in ("", ".2f", "10.1f", "<12", "^12", "+.3e", ",.2f", "08.1f", ".3g", "%", ".1%", "*>10", "E", "f", ",", ".0f")])
print(D("1.200").normalize(), D("1200").normalize(), D("1.5").to_integral_value(), D("2.5").to_integral_value(ROUND_HALF_UP), D("1.1").compare(D("1.2")), D("5").fma(2, 3), D("1.5").copy_sign(D(-1)), D("1").same_quantum(D("2")), D("123").scaleb(2), D("1.25").as_integer_ratio(), D("10").is_zero(), D("NaN").is_nan(), D("-1").is_signed(), copy.copy(D(1)), D("12.3").logb(), D(7).remainder_near(D(4)))
c = Context(prec=3, rounding=ROUND_DOWN); print(c.divide(D(2), D(3)), c.create_decimal("1.23456"), c.sqrt(D(2)), c.power(D(2), D(20)))
getcontext().traps[DivisionByZero] = False; print(D(1) / 0, getcontext().flags[DivisionByZero]); getcontext().traps[DivisionByZero] = True
r = random.Random(3)
for i in range(60):
    a = D(r.choice(["", "-"]) + str(r.randrange(10 ** r.randrange(1, 30))) + "e" + str(r.randrange(-20, 20))); b = D(r.choice(["", "-"]) + str(r.randrange(1, 10 ** r.randrange(1, 30))) + "e" + str(r.randrange(-20, 20)))
    getcontext().prec = r.choice([5, 9, 28]); getcontext().rounding = r.choice([ROUND_UP, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING, ROUND_HALF_DOWN])
    out = [a + b, a - b, a * b, a / b, a < b, a == b]
    try: out += [a // b, a % b]
    except InvalidOperation as e: out.append(str(e))
    out += [abs(a).sqrt(), +a, a.normalize(), abs(b).ln() if i % 3 == 0 else 0, (a / (abs(a) + 1)).exp() if i % 3 == 0 else 0, b ** 3, abs(b) ** D("0.3") if i % 5 == 0 else 0, abs(b).log10() if i % 5 == 0 else 0]
    print(a, b, [str(x) for x in out])
