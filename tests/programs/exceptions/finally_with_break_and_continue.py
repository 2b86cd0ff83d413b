for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("finally", i)
while True:
    try:
        raise KeyError("dropped by break")
    finally:
        break
for i in range(2):
    try:
        1 / 0
    finally:
        print("continue drops it")
        continue
print("end")
