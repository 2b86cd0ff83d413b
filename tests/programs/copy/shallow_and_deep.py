import copy


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __repr__(self):
        return f"Node({self.value})"


items = [1, [2, 3], {"a": [4]}, (5, [6]), {7}]
shallow, deep = copy.copy(items), copy.deepcopy(items)
items[1].append("new")
items[2]["a"].append("new")
items[3][1].append("new")
print(shallow, deep, shallow[1] is items[1], deep[1] is items[1])
node = Node([1], Node(2))
node.next.next = node
twin, deep = copy.copy(node), copy.deepcopy(node)
node.value.append(2)
print(twin.value, deep.value, twin.next is node.next, deep.next is node.next, deep.next.next is deep, type(deep).__name__)
shared = [0]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared, copy.deepcopy("text"), copy.copy(5), copy.deepcopy(None), copy.copy(Node) is Node)
print(copy.deepcopy((1, "a")), copy.copy({1: 2}), copy.copy({1}), copy.deepcopy(len) is len)
from collections import Counter, defaultdict, deque

for container in [deque([[1], [2]], 5), defaultdict(list, a=[1]), Counter("aab")]:
    shallow, deep = copy.copy(container), copy.deepcopy(container)
    container.clear()
    print(shallow, deep, shallow == deep, type(deep) is type(container))
