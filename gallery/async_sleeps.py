"""Five sleeps, blocking and awaited

Five tasks wait 0.05 s each: first by `time.sleep`, then by `asyncio.sleep`. Look for the sum and
the maximum: who blocks keeps the loop, so five waits add up. Who awaits lets the others wait, too.
"""
import asyncio
import time


async def blocking(number):
    time.sleep(0.05)
    print(f"  {number} has waited")


async def awaited(number):
    await asyncio.sleep(0.05)
    print(f"  {number} has waited")


async def main():
    for wait in (blocking, awaited):
        start = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for number in range(5):
                group.create_task(wait(number), name=f"{wait.__name__} {number}")
        print(f"{wait.__name__}: {time.perf_counter() - start:.2f} s")


asyncio.run(main())
