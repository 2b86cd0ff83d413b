def caesar(text, shift):
    out = []
    for c in text:
        if c.isalpha() and c.islower():
            out.append(chr((ord(c) - ord("a") + shift) % 26 + ord("a")))
        elif c.isupper():
            out.append(chr((ord(c) - ord("A") + shift) % 26 + ord("A")))
        else:
            out.append(c)
    return "".join(out)

secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))
