"""What is told of tasks and calls that fail while nobody asks."""

import asyncio


async def fails(what):
    raise ValueError(what)


def told(loop, context):
    print(context["message"].partition("(")[0], repr(context["exception"]), type(context.get("future")).__name__)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    asyncio.create_task(fails("dropped"))
    await asyncio.sleep(0.01)
    asked = asyncio.create_task(fails("asked"))
    await asyncio.wait([asked])
    print(repr(asked.exception()))
    kept = asyncio.create_task(fails("kept"))
    await asyncio.sleep(0.01)
    print("still kept", kept.done())
    print(await asyncio.gather(fails("gathered"), return_exceptions=True))
    loop.call_soon(callback)
    await asyncio.sleep(0)
    for wrong in (lambda: asked.result(), lambda: loop.create_future().result(), lambda: set_twice(loop)):
        try:
            wrong()
        except Exception as error:
            print(repr(error))
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except TimeoutError as error:
        print(repr(error), asyncio.exceptions.CancelledError is asyncio.CancelledError)
    return kept


def callback():
    raise ZeroDivisionError("in a callback")


def set_twice(loop):
    future = loop.create_future()
    future.set_result(1)
    future.set_result(2)


task = asyncio.run(main())
print(repr(task.exception()))
print(asyncio.CancelledError.__module__, asyncio.InvalidStateError.__mro__[1])
