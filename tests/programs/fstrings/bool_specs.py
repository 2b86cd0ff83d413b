for spec in ("", "d", "5", "<5", "x", ".1f", "%", "+d", "05d"):
    print(repr(spec), f"[{True:{spec}}] [{False:{spec}}]")
