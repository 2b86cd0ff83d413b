print({1}, {1, 1.0, True}, set("a"), set([1, 2, 1]), set({"k": 1}), set(), {(1, 2)}, {None},
      len(set("hello")), sorted(set("hello")))
print(type({}), type({1}), {1, "a"} == {"a", 1}, bool(set()), bool({0}), type({1}).__name__)
for f in (lambda: {[1]}, lambda: {{}}, lambda: {{1}}, lambda: set(5)):
    try:
        f()
    except TypeError as e:
        print(e)
