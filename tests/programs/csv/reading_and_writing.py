import csv
import io

out = io.StringIO()
writer = csv.writer(out)
writer.writerow(["plain", 'quo"ted', "com,ma", "two\nlines", 1.5, None, True, ""])
writer.writerows([[1, 2], [""], ["a b", " c"]])
print(repr(out.getvalue()))
print(list(csv.reader(io.StringIO(out.getvalue(), newline=""))))

for options in [
    {"delimiter": ";", "quotechar": "'"},
    {"delimiter": "\t", "lineterminator": "\n", "quoting": csv.QUOTE_ALL},
    {"quoting": csv.QUOTE_NONNUMERIC},
    {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
    {"doublequote": False, "escapechar": "\\"},
    {"dialect": "excel-tab"},
    {"dialect": "unix"},
]:
    out = io.StringIO()
    csv.writer(out, **options).writerow(["a", "it's", 'say "x"', "1,2;3\t4", 5, 2.5])
    text = out.getvalue()
    print(repr(text))
    try:
        print(list(csv.reader([text], **options)))
    except ValueError as error:
        print("ValueError", error)

print(list(csv.reader(["a, b,  c", ' "x y", z', "", "last"], skipinitialspace=True)))
rows = csv.DictReader(io.StringIO("name,age\nann,3\nbob\n\ncy,4,5,6\n"), restkey="more", restval="?")
print(rows.fieldnames, list(rows), rows.line_num)
out = io.StringIO()
table = csv.DictWriter(out, ["b", "a"], restval="-", extrasaction="ignore", lineterminator="\n")
table.writeheader()
table.writerow({"a": 1, "b": 2, "c": 3})
table.writerows([{"a": 4}, {}])
print(out.getvalue(), end="")

csv.register_dialect("pipes", delimiter="|")
print("pipes" in csv.list_dialects(), next(csv.reader(["1|2"], "pipes")), csv.get_dialect("pipes").delimiter)
csv.unregister_dialect("pipes")
for wrong in [
    lambda: csv.get_dialect("pipes"),
    lambda: csv.writer(io.StringIO()).writerow(5),
    lambda: csv.writer(5),
    lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]),
    lambda: csv.reader([], delimiter="ab"),
    lambda: next(csv.reader([5])),
    lambda: list(csv.reader(['"a'], strict=True)),
    lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}),
]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, str(error)[:44])
