name, n, items = "Ann", 3, [1, 2]
print(f"{name} has {n} {'items' if n > 1 else 'item'}: {items}")
print(f"{n + 1} {n * n} {items[0]} {items[-1] + n} {name.lower()} {len(name)}")
print(f"{ {'a': 1}['a'] } {(lambda x: x * 2)(4)} {[x for x in range(3)]}")
print(f"{{}} {{{n}}} {'{'}")
print(f"" f"a" "b{c}" f"{n}")
print(f"{name!r} {name!s} {name!a} {'é'!a}")
print(f"""multi
{n} line""")
