for spec in ("", "s", "5", "5s", "<5", ">5", "^5", "*^7", "-<7s", ".2", ".2s", "6.2", ">6.2s", ".0",
             "05", "é>4"):
    print(spec, [f"{value:{spec}}" for value in ("", "a", "abc", "abcdefgh", "äö")])
