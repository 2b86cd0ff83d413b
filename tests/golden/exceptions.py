"""What must be done on every way out is copied to each; handlers stand behind the code."""


def first(lock, values):
    for value in values:
        try:
            with lock:
                if value < 0:
                    break
                return 1 / value
        except ZeroDivisionError as error:
            print(error)
            continue
        except (TypeError, ValueError):
            raise
        else:
            assert value, f"{value!r:>{len(values)}}"
        finally:
            print("done")
    else:
        del value
    return value
