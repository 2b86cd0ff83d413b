"""What comes after what: the topological order of a graph."""

from types import GenericAlias as _GenericAlias


class CycleError(ValueError):
    pass


class TopologicalSorter:
    """Gives the nodes of a graph, each after all that it depends on."""

    def __init__(self, graph=None):
        # Of each node, in the order in which they were named: who waits for it, and for how many it waits.
        self._waiting = {}
        self._left = {}
        self._ready = None
        self._out = set()
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _known(self, node):
        if node not in self._waiting:
            self._waiting[node] = []
            self._left[node] = 0
        return self._waiting[node]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._known(node)
        self._left[node] += len(predecessors)
        for predecessor in predecessors:
            self._known(predecessor).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, left in self._left.items() if left == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        done = set()
        for start in self._waiting:
            if start in done:
                continue
            path, at = [start], {start: 0}
            others = [iter(self._waiting[start])]
            while path:
                node = next(others[-1], path)
                if node is path:
                    others.pop()
                    last = path.pop()
                    del at[last]
                    done.add(last)
                elif node in at:
                    return path[at[node] :] + [node]
                elif node not in done:
                    at[node] = len(path)
                    path.append(node)
                    others.append(iter(self._waiting[node]))
        return None

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check_prepared()
        ready = tuple(self._ready)
        self._ready.clear()
        self._out.update(ready)
        return ready

    def is_active(self):
        self._check_prepared()
        return bool(self._ready or self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            if node not in self._waiting:
                raise ValueError(f"node {node!r} was not added using add()")
            if node not in self._out:
                if self._left[node] >= 0 and node not in self._ready and self._left[node] > 0 or node in self._ready:
                    raise ValueError(f"node {node!r} was not passed out (still not ready)")
                raise ValueError(f"node {node!r} was already marked done")
            self._out.remove(node)
            self._finished += 1
            for other in self._waiting[node]:
                self._left[other] -= 1
                if self._left[other] == 0:
                    self._ready.append(other)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    __class_getitem__ = classmethod(_GenericAlias)
