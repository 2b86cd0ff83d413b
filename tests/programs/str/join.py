print(",".join(["a", "b"]), "".join(["x", "y"]), "-".join("abc"), ",".join([]), "+".join(("one",)))
print(", ".join(str(x) for x in range(4)), "\n".join(["l1", "l2"]), ",".join({"k": 1}))
for bad in ([1], ["a", None], 5):
    try:
        ",".join(bad)
    except TypeError as e:
        print(e)
