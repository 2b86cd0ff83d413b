import graphlib

graph = {"D": {"B"}, "E": ["C"], "B": ["A"], "C": ["A"]}
print(list(graphlib.TopologicalSorter(graph).static_order()))

sorter = graphlib.TopologicalSorter()
sorter.add("link", "compile a", "compile b")
sorter.add("compile a", "configure")
sorter.add("compile b", "configure")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready, bool(sorter), sorter.get_ready())
    sorter.done(*ready)
print(bool(sorter))

for links in ({1: [2], 2: [3], 3: [1]}, {1: [1]}, {0: [1], 1: [2], 2: [1]}):
    try:
        graphlib.TopologicalSorter(links).prepare()
    except graphlib.CycleError as error:
        print(error.args[0], error.args[1], isinstance(error, ValueError))

sorter = graphlib.TopologicalSorter({"b": ["a"]})
steps = [
    sorter.get_ready,
    sorter.is_active,
    sorter.prepare,
    sorter.prepare,
    lambda: sorter.add("c"),
    lambda: sorter.done("b"),
    lambda: sorter.done("x"),
    sorter.get_ready,
    lambda: sorter.done("a"),
    lambda: sorter.done("a"),
    sorter.get_ready,
]
for step in steps:
    try:
        print(step())
    except ValueError as error:
        print(error)
