# What is told of coroutines that a statement makes and drops.
import asyncio
import io
import re
import sys

told = sys.stderr = io.StringIO()


async def main():
    print("main")
    asyncio.sleep(1)
    other()
    for _ in range(2):
        other()
    kept = other()
    asyncio.create_task(other())
    await kept
    made.append(other())
    first(kept=other())


def first(kept):
    made.append(kept)
    return kept


async def other():
    print("other")


class C:
    async def m(self):
        pass

    def go(self):
        self.m()


made = []
main()
asyncio.run(main())
C().go()
for each in made:
    each.close()
print(re.sub(r"(?m)^\S+:(\d+:)", r"\1", told.getvalue()))
