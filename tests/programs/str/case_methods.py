for s in ("hello World", "ÀÉ straße", "", "123abc", "they're bill's", "ALL CAPS", "mIxEd cASE"):
    print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()])
