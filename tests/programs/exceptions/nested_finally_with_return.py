def f():
    log = []
    for i in range(3):
        try:
            try:
                if i == 1:
                    return log
                log.append(("body", i))
            finally:
                log.append(("inner", i))
        finally:
            log.append(("outer", i))

print(f())

def g():
    while True:
        try:
            try:
                return 1
            finally:
                break
        finally:
            print("outer finally")
    return 2

print(g())
