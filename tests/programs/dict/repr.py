print({}, {1: 2}, {"a": "it's"}, {(1, 2): [3]}, {None: {}}, {1.0: {2: {3: 4}}}, {b"k": True},
      str({"k": 1}), [{"a": 1}])
print({}.keys(), {1: 2}.values(), {1: 2}.items(), {"a": 1}.keys())
