zqx = 3
del zqx
del zqx
