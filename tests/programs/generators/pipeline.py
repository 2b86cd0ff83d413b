def numbers(n):
    for i in range(n):
        print("make", i)
        yield i

def squares(items):
    for item in items:
        yield item * item

def evens(items):
    for item in items:
        if item % 2 == 0:
            yield item

print(list(evens(squares(numbers(5)))))
