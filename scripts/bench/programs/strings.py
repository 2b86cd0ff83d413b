"""Lines of text: written with f-strings, taken apart by split, find and slices, joined again."""

NAMES = ["Ada", "Grace", "Barbara", "Edsger", "Donald", "Frances"]
CITIES = ["London", "New York", "Los Angeles", "Rotterdam"]


def record(number):
    name = NAMES[number % len(NAMES)]
    city = CITIES[number % len(CITIES)]
    return f"{number:05d};{name.upper()};{city};{number * 7 % 1000 / 8:.3f}"


def initials(text):
    return "".join([word[0] for word in text.split(" ")])


def swapped(line):
    number, name, city, amount = line.split(";")
    whole = amount[: amount.find(".")]
    label = f"{initials(city)}-{name[0]}{name[1:].lower()}"
    return f"{label}:{number[-3:]}:{whole}".replace("0", "o")


def is_palindrome(text):
    return text == text[::-1]


def task(worker, workers, n: int = 30_000):
    lines = [swapped(record(number)) for number in range(n)]
    text = "\n".join(lines)
    palindromes = 0
    for line in text.splitlines():
        if line.startswith("L") and is_palindrome(line[-1:-4:-1].strip(":")):
            palindromes += 1
    return f"{len(text)} {text.count('Ada')} {palindromes} {lines[n // 2]}"
