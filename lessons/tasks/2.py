"""One that does not await

A clock ticks every 20 ms. Beside it a task waits 0.1 s, but by time.sleep.

How often does the clock tick meanwhile?
- five times
- not at all *

There is one thread, and who does not await keeps it. All tasks stand still. So does a long computation.

See: gil, ready: Its time has come, but another task has the loop.

Change: time.sleep(0.1) -> await asyncio.sleep(0.1)
Now it lets the others go on, and the clock ticks.
"""
import asyncio
import time

is_over = False


async def clock():
    while not is_over:
        print("tick")
        await asyncio.sleep(0.02)


async def work():
    global is_over
    print("begins")
    time.sleep(0.1)
    print("ends")
    is_over = True


async def main():
    await asyncio.gather(clock(), work())


asyncio.run(main())
