# A built-in that has to run code of the program is called again, with what it was called with.
class Weight:
    def __init__(self, grams):
        self.grams = grams

    def __lt__(self, other):
        return self.grams < other.grams

    def __len__(self):
        return self.grams

    def __str__(self):
        return f"{self.grams} g"

    def __eq__(self, other):
        return self.grams == other.grams


def numbers():
    yield 1
    yield 2
    raise ValueError("no more")


weights = [Weight(3), Weight(1), Weight(2)]
print(len(weights[0]), min(weights).grams, max(weights).grams, [w.grams for w in sorted(weights)])
print(weights.index(Weight(1)), weights.count(Weight(2)), ", ".join(str(w) for w in weights))
call = len
print(call(weights), call(weights[1]))
method = weights.append
method(Weight(5))
print(len(weights), weights.pop().grams)
for function in (list, sum, tuple, sorted, max):
    try:
        print(function(numbers()))
    except ValueError as error:
        print(function.__name__, error)
for function in (len, abs, ord):
    try:
        function(None)
    except TypeError as error:
        print(error)
    try:
        function()
    except TypeError as error:
        print(error)
try:
    weights.nothing(1)
except AttributeError as error:
    print(error)
try:
    {}.append(1)
except AttributeError as error:
    print(error)


class Bag:
    append = len


print(Bag.append([1, 2]), Bag().append((1, 2, 3)))
