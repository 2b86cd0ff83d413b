print(str.upper("abc"), str.join("-", ["a", "b"]), list.index([1, 2], 2), dict.get({"a": 1}, "a"),
      int.bit_length(8))
f = "a,b".split
print(f(","), list(map(str.strip, [" a ", "b "])), sorted(["B", "a"], key=str.lower),
      [m("Ab") for m in (str.lower, str.upper, str.swapcase)])
append = [].append
print(append(1), type(append).__name__)
