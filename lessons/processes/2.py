"""The price of copying

A process adds up a list that was made here. The list has to get there.

Is that faster than adding it up here?
- yes, there is another core
- no, the way there takes longer *

The list is packed, sent, and built again on the other side. Adding its numbers is quick beside that. Send
little and compute much.

See: gil, awaiting, MainThread: It waits for the process. The list is packed, sent and built again.

Change: numbers = list(range(200_000)) -> numbers = range(200_000)
A range is two numbers, however long it is: what is left is the start of the process.
"""
import time
from concurrent.futures import ProcessPoolExecutor

numbers = list(range(200_000))

if __name__ == "__main__":
    start = time.perf_counter()
    sum(numbers)
    print(f"here:  {1000 * (time.perf_counter() - start):6.1f} ms")
    with ProcessPoolExecutor(1) as pool:
        pool.submit(int).result()
        start = time.perf_counter()
        pool.submit(sum, numbers).result()
        print(f"there: {1000 * (time.perf_counter() - start):6.1f} ms")
