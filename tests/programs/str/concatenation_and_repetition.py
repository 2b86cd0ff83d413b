s = "ab"
t = s
s += "c"
print(s, t, s * 2, 0 * s, -1 * s, s + "" is not None, "a" "b" + "c", "-" * 5)
out = ""
for i in range(5):
    out = str(i) + out + str(i)
print(out, len(out))
