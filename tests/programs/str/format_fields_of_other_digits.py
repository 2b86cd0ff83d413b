print("{\u0660} {\u0661}".format("zero", "one"), "{0[\u0661]}".format([1, 2]), "{0[1]}".format({1: "x"}))
for text, values in (("{\u00b2}", ["a"]), ("{\u0665}", ["a"]), ("{0[\u00b2]}", [{}])):
    try:
        print(text.format(values[0]))
    except (KeyError, IndexError) as error:
        print(type(error).__name__, error)
print("{a} {b[0]}".format_map({"a": 1, "b": [2]}))
try:
    "{a}".format_map({})
except KeyError as error:
    print(error)
for text, mapping in (("{}", {}), ("{0}", {}), ("{a}", [1]), ("no field", None)):
    try:
        print(text.format_map(mapping))
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
