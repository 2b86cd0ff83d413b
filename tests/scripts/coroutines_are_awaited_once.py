"""What has been awaited cannot be awaited again; what comes out of a loop by itself."""
import asyncio
async def f(): return 1
async def main():
    c = f()
    print(await c)
    try: print(await c)
    except RuntimeError as e: print(e)
    try: c.send(None)
    except RuntimeError as e: print(e)
    try: c.throw(ValueError)
    except RuntimeError as e: print(e)
    print(c.close())
    async def g():
        yield 1
    a = g()
    s = a.__anext__()
    print(await s)
    try: print(await s)
    except RuntimeError as e: print(e)
    s = a.aclose()
    await s
    try: print(await s)
    except RuntimeError as e: print(e)
    async def rec():
        await me
    me = rec()
    try: await me
    except (RuntimeError, ValueError) as e: print(type(e).__name__, e)
    me = rec()
    t = asyncio.create_task(me)
    await asyncio.sleep(0)
    try: await t
    except (RuntimeError, ValueError) as e: print(type(e).__name__, e)
asyncio.run(main())
async def h():
    await asyncio.sleep(0)
    raise ValueError("deep")
async def mid(): await h()
async def top():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(mid())
try:
    asyncio.run(top())
except* ValueError as eg:
    print(repr(eg))
c = f(); c.close()
async def waits_forever():
    try: await asyncio.Future()
    finally: print("bye")
async def m2():
    t = asyncio.ensure_future(waits_forever())
    await asyncio.sleep(0)
asyncio.run(m2())
async def raising(): raise KeyboardInterrupt
try: asyncio.run(raising())
except KeyboardInterrupt: print("KI")
async def ex(): raise SystemExit(3)
try: asyncio.run(ex())
except SystemExit as e: print("SE", e.code)
