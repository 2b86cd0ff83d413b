class Card:
    def __init__(self, rank, suit):
        self.rank = rank
        self.suit = suit

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.suit}"

cards = [Card(3, "a"), Card(1, "b"), Card(3, "c"), Card(2, "d"), Card(1, "e")]
print(sorted(cards), sorted(cards, reverse=True))
print(min(cards), max(cards), cards[0] < cards[1], cards[0] > cards[1])
cards.sort()
print(cards, [Card(1, "x"), Card(5, "y")] < [Card(2, "z")])
try:
    cards[0] <= cards[1]
except TypeError as e:
    print(e)
