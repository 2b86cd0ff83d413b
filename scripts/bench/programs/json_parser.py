"""JSON by hand: one character after another becomes dicts, lists, strings and numbers."""


class Parser:
    def __init__(self, text):
        self.text = text
        self.place = 0

    def peek(self):
        while self.text[self.place] in " \n":
            self.place += 1
        return self.text[self.place]

    def take(self, expected):
        if self.peek() != expected:
            raise ValueError(f"no {expected!r} at {self.place}")
        self.place += 1

    def value(self):
        character = self.peek()
        if character == "{":
            return dict(self.items("{", "}", self.pair))
        if character == "[":
            return self.items("[", "]", self.value)
        return self.string() if character == '"' else self.number()

    def items(self, opening, closing, read):
        items = []
        self.take(opening)
        while self.peek() != closing:
            if items:
                self.take(",")
            items.append(read())
        self.take(closing)
        return items

    def pair(self):
        key = self.string()
        self.take(":")
        return key, self.value()

    def string(self):
        self.take('"')
        start = self.place
        while self.text[self.place] != '"':
            self.place += 1
        self.place += 1
        return self.text[start : self.place - 1]

    def number(self):
        start = self.place
        while self.text[self.place] in "-.0123456789":
            self.place += 1
        digits = self.text[start : self.place]
        return float(digits) if "." in digits else int(digits)


def order(i):
    items = ", ".join([f'{{"name": "part {k}", "price": {i * k / 4}}}' for k in range(4)])
    return f'{{"id": {i}, "items": [{items}], "note": "left at the neighbour\'s"}}'


def task(worker, workers, n: int = 1_500):
    text = "[" + ",\n".join([order(i) for i in range(n)]) + "]"
    orders = Parser(text).value()
    total = sum(item["price"] for order in orders for item in order["items"])
    return f"{len(text)} {len(orders)} {orders[-1]['items'][-1]['name']} {int(4 * total)}"
