print(hash(()), hash((1,)), hash((1, 2)), hash((1, 2, 3)), hash((0, 0)), hash((1, (2, 3))),
      hash((1.5, 2)), hash((True, None)) == hash((1, None)))
