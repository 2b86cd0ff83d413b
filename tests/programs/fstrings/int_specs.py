for spec in ("", "d", "5d", "<5d", "^5d", ">5d", "05d", "+d", "-d", " d", "+05d", ",", ",d", "_d",
             "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010x", "_x", "_b", "c", "n", "*^9d",
             "=+6d",
             "0=6d", "10", "<10", "e", ".2e", "f", ".1f", "g", "%", ".1%", "010,d"):
    row = [spec]
    for value in (65, 66 if spec == "c" else -65, 0x1F600):
        row.append(f"[{value:{spec}}]")
    print(" ".join(row))
