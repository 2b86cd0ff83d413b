class Clearing:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        items.clear()
        return self.answer


for act in (
    lambda: items.index(5),
    lambda: items.count(5),
    lambda: 5 in items,
    lambda: items == [1, 2, 3],
    lambda: [1, 2, 3] == items,
    lambda: items != [1, 2, 3],
):
    for answer in (True, False):
        items = [Clearing(answer), Clearing(answer), 3]
        try:
            print(act(), items)
        except ValueError as error:
            print(error, items)


class Dropping:
    def __eq__(self, other):
        d.pop(2, None)
        return True


d = {1: Dropping(), 2: Dropping(), 3: 4}
print(d == {1: 1, 2: 2, 3: 4}, len(d))
items = [1, 2, 3, Clearing(True)]
print(items.index(3, 1, 3), [1, Clearing(True), 2].index(2, -1))
