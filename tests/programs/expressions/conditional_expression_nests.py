def sign(n):
    return "negative" if n < 0 else "zero" if n == 0 else "positive"

for n in (-5, 0, 5):
    print(sign(n))
x = [i if i % 2 else -i for i in range(6)]
print(x)
print((1 if n else 2) + (3 if False else 4))
print("yes" if [] or {} or 0.1 else "no")
