print("a" + "b", "ab" * 3, 3 * "ab", "x" * 0, "x" * -1, "a" "b" 'c')
print("tab\tnew\\line", 'quote"s', "it's", """triple
line""", r"raw\n", "\x41\u00e9\U0001F600\101", "a\
b")
print("é" < "f", "" == '', "a" * True, "abc" + "")
print("len" + "gth" * 2 == "lengthgth")
def show():
    return "in function"
print(show())
