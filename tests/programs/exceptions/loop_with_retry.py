attempts = []

def unstable():
    attempts.append(len(attempts))
    if len(attempts) < 3:
        raise OSError(f"attempt {len(attempts)} failed")
    return "ok"

while True:
    try:
        result = unstable()
    except OSError as e:
        print(e)
        continue
    else:
        break
    finally:
        print("tried")
print(result, attempts)
