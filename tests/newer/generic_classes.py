"""Classes with type parameters of their own."""

class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, x: T): self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], type(s).__name__)
class Sub(Stack[str]): pass
x = Sub(); x.push("a"); print(x.items)
