count: int = 3
names: "list[str]" = []

def f(a: int, b: str = "x", c: list = None) -> dict:
    local: float = 1.5
    bare: int
    return {a: b, c: local}

class Point:
    x: int = 0
    y: float

print(count, names, f(1), Point.x, Point().x)
try:
    Point().y
except AttributeError as e:
    print(e)
