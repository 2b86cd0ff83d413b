def f(alpha, beta, gamma, delta=0):
    pass

f(delta=1)
