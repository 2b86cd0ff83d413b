"""Loops as programs took them before `asyncio.run`, and what a debugged loop tells of."""

import asyncio
import io
import logging
import time
from concurrent.futures.thread import ThreadPoolExecutor

log = io.StringIO()
logging.basicConfig(stream=log, level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")


async def square(x):
    await asyncio.sleep(0.001)
    return x * x


async def slow():
    time.sleep(0.15)


loop = asyncio.get_event_loop()
print(asyncio.get_event_loop() is loop, loop)
print(loop.run_until_complete(asyncio.gather(square(2), square(3))))
with ThreadPoolExecutor(max_workers=1) as pool:
    print(loop.run_until_complete(loop.run_in_executor(pool, pow, 2, 5)))
loop.close()
print(loop)

asyncio.run(slow(), debug=True)
lines = log.getvalue().splitlines()
print(lines[0])
print([line.startswith("WARNING:asyncio:Executing <Task finished name=") for line in lines if "WARNING" in line])
print(lines[-1])
