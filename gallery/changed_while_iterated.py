"""A dict, a generator and an iterator that threads share

Two threads use one object at the same time: one goes through a dict while the other adds to it,
both take from one generator, both take from one `iter(range(…))`. Look for the errors: a dict
that grows under a loop, and a generator that is already executing, are told under the GIL, too.
"""
import threading
import time


def together(*functions):
    def run(function):
        try:
            function()
        except Exception as error:
            errors.add(f"{type(error).__name__}: {error}")

    errors = set()
    threads = [threading.Thread(target=run, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(errors) or "no error"


def numbers():
    for number in range(4):
        time.sleep(0.01)
        yield number


known = dict.fromkeys(range(4))
go = lambda: [time.sleep(0.01) for _ in known]
print("dict:", together(go, lambda: known.update({time.sleep(0.005): 0})))
shared = numbers()
print("generator:", together(lambda: list(shared), lambda: list(shared)))
left, found = iter(range(10_000)), []
print("iterator:", together(lambda: found.extend(list(left)), lambda: found.extend(list(left))))
print(f"taken: {len(found):,}, of which different: {len(set(found)):,}")
