d = {"k": "v"}
print(f'{d["k"]} {"a" + "b"}', f"tab\there", f"{'x' * 3}\n{'y'}", rf"\n{d['k']}")
print(f"it's {'quoted'!r}", f"{'a' 'b'}", f"\u00e9{1}\x41")
print(f"{1}{2}{3}" + f"{''}{'':>3}|")
print("%s" % f"{1}")
