import json

data = {"name": "Ada \"x\" \\ \n\t\x01 é 😀", "list": [1, 2.5, -3, 1e20, True, None], "empty": [{}, [], ""], 1: {2.5: None, True: "t"}}
text = json.dumps(data)
print(text)
print(json.loads(text))
print(json.dumps(data, indent=2, ensure_ascii=False, separators=(",", ":")))
print(json.dumps({"b": 1, "a": [1, {"c": ()}]}, sort_keys=True, indent="\t"))
print(json.dumps([1, "a"], separators=(",", ":")), json.dumps("x"), json.dumps(float("inf")), json.dumps([float("nan"), -float("inf")]))
print(json.dumps(range(3), default=list), json.dumps({(1,): 1, "a": 2}, skipkeys=True))
print(json.loads(' [1, -2.5e3, "a\\u00e9\\ud83d\\ude00\\n", null, true, {"a": {"b": []}}] '), json.loads("0"), json.loads(b'"x"'))
print(json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"))
print(json.loads("[NaN, Infinity]"), json.loads('{"a": 1, "a": 2}'), json.loads("{}", object_pairs_hook=list))
for bad in ["", "[1, 2", '{"a" 1}', "{1: 2}", "[1 2]", '"abc', "tru", '{"a": }', "[1]x", '"\\q"', '"\\u12"', '"a\nb"', "-", "{'a': 1}"]:
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(repr(bad), error, error.pos, error.lineno, error.colno)
circle = []
circle.append(circle)
for bad in [lambda: json.dumps({1, 2}), lambda: json.dumps(circle), lambda: json.dumps({(1,): 2}), lambda: json.loads(5)]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error)[:60])


class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


print(json.dumps({"s": {3, 1, 2}}, cls=Encoder))
