"""What tasks and futures show of themselves."""

import asyncio
import re


def show(*values):
    """Without folders, and without what stands where in CPython's own files."""
    text = " ".join(map(repr, values))
    text = re.sub(r" at [^ ]*/base_events.py:\d+|,? ?(running|defined|) ?at [^ ]*/tasks.py:\d+", "", text)
    print(re.sub(r"[^ ]*/?(program|asyncio_reprs)\.py", "FILE", text))


async def inner():
    await asyncio.sleep(0.01)
    return 5


async def bad():
    raise ValueError("x")


def done(future):
    show(future)


async def main():
    task = asyncio.create_task(inner())
    show(task)
    task.add_done_callback(done)
    show(task)
    await asyncio.sleep(0)
    show(task)
    show(asyncio.current_task())
    named = asyncio.create_task(bad(), name="B")
    show(await asyncio.gather(task, named, return_exceptions=True))
    show(task, named)
    waiting = asyncio.create_task(asyncio.Event().wait())
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print(waiting.cancelled())
    future = asyncio.get_running_loop().create_future()
    show(future)
    for _ in range(4):
        future.add_done_callback(done)
    show(future)
    future.set_result(3)
    show(future)
    await asyncio.sleep(0)


asyncio.run(main())
