def partial(f, first):
    def call(second):
        return f(first, second)
    return call

def power(base, exponent):
    return base ** exponent

print([partial(power, 2)(n) for n in range(6)])

def pipeline(steps):
    def run(value):
        for step in steps:
            value = step(value)
        return value
    return run

print(pipeline([lambda v: v + 1, str, lambda v: v * 3])(4))
