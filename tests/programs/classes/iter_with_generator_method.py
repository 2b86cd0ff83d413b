class Tree:
    def __init__(self, value, children=()):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.value
        for child in self.children:
            for value in child:
                yield value

tree = Tree(1, (Tree(2, (Tree(3),)), Tree(4)))
print(list(tree), sum(tree), 3 in tree, max(tree))
for value in tree:
    if value == 3:
        break
    print(value)
