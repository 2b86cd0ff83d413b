print([t() for t in (int, float, bool, str, bytes, list, tuple, dict, set)])
print([t("12") for t in (int, float, bool, str, list,
                         tuple)], [t(3.7) for t in (int, float, bool, str)], list(map(bool, [0, 1,
                                                                                             "",
                                                                                             "a",
                                                                                             [],
                                                                                             [0]])))
convert = {"i": int, "f": float, "s": str}
print(convert["i"]("5") + 1, convert["f"](2), convert["s"](3) + "!")
