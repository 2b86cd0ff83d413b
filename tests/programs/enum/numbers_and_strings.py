from enum import IntEnum, StrEnum, Enum, auto


class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10

    def next_up(self):
        return Level.HIGH


print(Level.LOW, repr(Level.MID), f"{Level.HIGH}", f"{Level.HIGH:04d}", Level.LOW + 1, Level.MID > Level.LOW, Level.MID == 5)
print(sorted([Level.HIGH, Level.LOW]), max(Level), sum(Level), int(Level.MID), [10, 20][Level.LOW], Level(5), Level["HIGH"])
print(isinstance(Level.LOW, int), Level.LOW.next_up(), {Level.LOW: 1}[1], Level.LOW in (1, 2), 5 in [Level.MID], list(range(Level.LOW)))
print(Level.LOW.name, Level.LOW.value, type(Level.LOW + Level.MID).__name__, Level.LOW | 2, -Level.LOW, "%d %s" % (Level.MID, Level.MID))
print(list(Level), hash(Level.LOW) == hash(1), bool(Level.LOW), str(Level.LOW), "{}".format(Level.MID), Level.HIGH // 3)


class Fruit(StrEnum):
    APPLE = auto()
    PEAR = "pear!"


print(Fruit.APPLE, repr(Fruit.PEAR), Fruit.PEAR.upper(), Fruit.APPLE == "apple", f"{Fruit.PEAR:>7}", Fruit("apple"), len(Fruit.PEAR))
print("-".join(Fruit), {Fruit.APPLE: 1}["apple"], Fruit.APPLE + "s", isinstance(Fruit.APPLE, str), sorted(Fruit), Fruit.PEAR.value)


class Shape(str, Enum):
    SQUARE = "square"
    CIRCLE = "circle"


print(Shape.SQUARE == "square", Shape("circle"), Shape.SQUARE.value, repr(Shape.SQUARE), Shape.CIRCLE.upper(), str(Shape.CIRCLE))


class Weight(float, Enum):
    LIGHT = 0.5
    HEAVY = 2.5


print(Weight.LIGHT + 1, Weight.HEAVY > Weight.LIGHT, repr(Weight.HEAVY), Weight(0.5))
try:
    class Bad(IntEnum):
        A = "x"
except ValueError as error:
    print(error)
