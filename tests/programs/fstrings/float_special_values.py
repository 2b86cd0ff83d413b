inf, nan = float("inf"), float("nan")
for spec in ("", "f", ".1f", "e", "g", "%", "F", "E", "G", "+f", "08.1f", "<8", ">8", "08"):
    print(spec, [f"{value:{spec}}" for value in (inf, -inf, nan)])
