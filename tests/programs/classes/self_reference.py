class Node:
    def __init__(self):
        self.me = self
        self.items = [self]

n = Node()
print(n.me is n, n.me.me.items[0] is n)
n.me = None
n.items.clear()
print(n.me, n.items)
