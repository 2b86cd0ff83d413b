class Node:
    def __init__(self, value, rest=None):
        self.value = value
        self.rest = rest

class Stack:
    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1
        return self

    def pop(self):
        node = self.head
        self.head = node.rest
        self.size -= 1
        return node.value

    def __len__(self):
        return self.size

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.rest

s = Stack().push(1).push("two").push([3])
print(len(s), list(s), s.pop(), s.pop(), list(s), len(s))
